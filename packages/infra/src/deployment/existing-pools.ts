import { parseConfiguration } from "@lectern/auth/configuration";
import { InfraError } from "../errors.ts";

/** An Identity Pool's settings, by DescribeIdentityPool. */
export interface DescribedPool {
  id: string;
  name: string;
  guests: boolean;
  classicFlow: boolean;
  /** Each name is `cognito-idp.REGION.amazonaws.com/USER_POOL_ID`. */
  providers: readonly { name: string; clientId: string; serverSideTokenCheck: boolean }[];
}

/** A User Pool's region stands in its ID. @throws InfraError "bad-option" when it is no such ID, and says what it is */
export function regionOfUserPool(userPoolId: string): string {
  const read = parseConfiguration({ VITE_COGNITO_USER_POOL_ID: userPoolId }, "speaker");
  const wrong = read.ok ? undefined : read.problems.find(({ variable }) => variable === "VITE_COGNITO_USER_POOL_ID");
  if (wrong) throw new InfraError("bad-option", `--user-pool ${userPoolId}: ${wrong.problem}`);
  return userPoolId.slice(0, userPoolId.indexOf("_"));
}

const ofUserPool = ({ providers }: DescribedPool, userPoolId: string) =>
  providers.filter(({ name }) => name.endsWith(`/${userPoolId}`));

/** The Identity Pools that trust this User Pool. */
export const trusting = (pools: readonly DescribedPool[], userPoolId: string): DescribedPool[] =>
  pools.filter((pool) => ofUserPool(pool, userPoolId).length > 0);

/** The lines of `.env` that both pools decide. Each app client that the Identity Pool trusts is one to choose from. */
export const linesOf = (pool: DescribedPool, userPoolId: string): string[] => [
  `VITE_AWS_REGION=${regionOfUserPool(userPoolId)}`,
  `VITE_COGNITO_USER_POOL_ID=${userPoolId}`,
  ...ofUserPool(pool, userPoolId).map(({ clientId }) => `VITE_COGNITO_CLIENT_ID=${clientId}`),
  `VITE_COGNITO_IDENTITY_POOL_ID=${pool.id}`,
];

/** What must be changed in an Identity Pool before Lectern can use it. */
export function settingsNeeded(pool: DescribedPool, userPoolId: string): string[] {
  const { guests, classicFlow } = pool;
  const checked = ofUserPool(pool, userPoolId).some(({ serverSideTokenCheck }) => serverSideTokenCheck);
  return [
    ...(guests ? [] : ["AllowUnauthenticatedIdentities: true (listeners are guests)"]),
    ...(classicFlow ? [] : ["AllowClassicFlow: true (docs/decisions/0001)"]),
    ...(checked ? [] : ["ServerSideTokenCheck: true (signed-out speakers are refused)"]),
    "no role mappings",
    "a principal tag “speaker” mapped from the claim “speaker”, which a pre token generation trigger adds (docs/decisions/0002)",
    "the guest and speaker roles of packages/infra/src/policies/roles.ts",
  ];
}
