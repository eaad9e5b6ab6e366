import { parseConfiguration } from "@lectern/auth/configuration";
import { InfraError } from "../errors.ts";

/** An Identity Pool's settings, by DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap. */
export interface DescribedPool {
  id: string;
  name: string;
  guests: boolean;
  classicFlow: boolean;
  /** Of guests; null: there is none. */
  guestRoleArn: string | null;
  roleMappings: boolean;
  /** Claim that the tag `speaker` is mapped from, for the User Pool asked about; null: it is not mapped. */
  speakerTag: string | null;
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

/** The lines of `.env` that both pools decide. Each app client that the Identity Pool trusts is one to choose from. */
export const linesOf = (pool: DescribedPool, userPoolId: string): string[] => [
  `VITE_AWS_REGION=${regionOfUserPool(userPoolId)}`,
  `VITE_COGNITO_USER_POOL_ID=${userPoolId}`,
  ...ofUserPool(pool, userPoolId).map(({ clientId }) => `VITE_COGNITO_CLIENT_ID=${clientId}`),
  `VITE_COGNITO_IDENTITY_POOL_ID=${pool.id}`,
  ...(pool.guestRoleArn === null ? [] : [`VITE_GUEST_ROLE_ARN=${pool.guestRoleArn}`]),
];

/** What must be changed in an Identity Pool before Lectern can use it, as far as its settings tell. */
export function settingsNeeded(pool: DescribedPool, userPoolId: string): string[] {
  const { guests, classicFlow, guestRoleArn, roleMappings, speakerTag } = pool;
  const checked = ofUserPool(pool, userPoolId).some(({ serverSideTokenCheck }) => serverSideTokenCheck);
  return [
    ...(guests ? [] : ["AllowUnauthenticatedIdentities: true (listeners are guests)"]),
    ...(classicFlow ? [] : ["AllowClassicFlow: true (docs/decisions/0001)"]),
    ...(checked ? [] : ["ServerSideTokenCheck: true (signed-out speakers are refused)"]),
    ...(roleMappings ? ["no role mappings, which rule out the classic flow"] : []),
    ...(guestRoleArn === null ? ["a role for guests: that of packages/infra/src/policies/roles.ts"] : []),
    ...(speakerTag === "speaker"
      ? []
      : ["a principal tag “speaker” mapped from the claim “speaker” (docs/decisions/0002)"]),
  ];
}

/** What no setting of the pool tells; `npm run doctor` tries it. */
export const NOT_TOLD = [
  "a pre token generation trigger that adds the claim “speaker” (docs/decisions/0002)",
  "trust and permissions of both roles as in packages/infra/src/policies/roles.ts",
];
