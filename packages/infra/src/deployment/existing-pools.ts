/** An Identity Pool as DescribeIdentityPool tells it. */
export interface DescribedPool {
  id: string;
  name: string;
  guests: boolean;
  classicFlow: boolean;
  /** `cognito-idp.REGION.amazonaws.com/USER_POOL_ID`, and the client with it. */
  providers: readonly { name: string; clientId: string; serverSideTokenCheck: boolean }[];
}

/** The pools that let users of this User Pool in. */
export const trusting = (pools: readonly DescribedPool[], userPoolId: string): DescribedPool[] =>
  pools.filter(({ providers }) => providers.some(({ name }) => name.endsWith(`/${userPoolId}`)));

/** What of an existing pool must be otherwise before Lectern can use it. Nothing is changed by us. */
export function settingsNeeded({ guests, classicFlow, providers }: DescribedPool, userPoolId: string): string[] {
  const checked = providers.some(
    ({ name, serverSideTokenCheck }) => name.endsWith(`/${userPoolId}`) && serverSideTokenCheck,
  );
  return [
    ...(guests ? [] : ["AllowUnauthenticatedIdentities: true (listeners are guests)"]),
    ...(classicFlow ? [] : ["AllowClassicFlow: true (docs/decisions/0001)"]),
    ...(checked ? [] : ["ServerSideTokenCheck: true (signed-out speakers are refused)"]),
    "no role mappings",
    "a principal tag “speaker” mapped from the claim “speaker”, which a pre token generation trigger adds (docs/decisions/0002)",
    "the guest and speaker roles of packages/infra/src/policies/roles.ts",
  ];
}
