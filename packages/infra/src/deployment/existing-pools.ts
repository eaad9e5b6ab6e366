/** An Identity Pool's settings, by DescribeIdentityPool. */
export interface DescribedPool {
  id: string;
  name: string;
  guests: boolean;
  classicFlow: boolean;
  /** Each name is `cognito-idp.REGION.amazonaws.com/USER_POOL_ID`. */
  providers: readonly { name: string; clientId: string; serverSideTokenCheck: boolean }[];
}

/** The Identity Pools that trust this User Pool. */
export const trusting = (pools: readonly DescribedPool[], userPoolId: string): DescribedPool[] =>
  pools.filter(({ providers }) => providers.some(({ name }) => name.endsWith(`/${userPoolId}`)));

/** What must be changed in an Identity Pool before Lectern can use it. */
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
