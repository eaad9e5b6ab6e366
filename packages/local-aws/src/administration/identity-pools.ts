import { identityPool } from "@lectern/infra/policies";
import * as v from "valibot";
import type { IdentityPool } from "../cognito-identity/identity-pool.ts";
import { invalidParameter, notFound } from "../cognito-idp/exceptions.ts";
import { parseInput } from "../cognito-idp/input.ts";
import type { JsonOperation } from "../http/json-service.ts";
import type { Authenticator } from "../iam/principal.ts";
import { REGION } from "../identifiers.ts";
import { signedOperation } from "./signed-operation.ts";

const NAME = "lectern-local";

const describeInput = v.object({ IdentityPoolId: v.string() });
const updateInput = v.object({
  IdentityPoolId: v.string(),
  IdentityPoolName: v.string(),
  AllowUnauthenticatedIdentities: v.boolean(),
  AllowClassicFlow: v.optional(v.boolean(), false),
  CognitoIdentityProviders: v.optional(v.array(v.record(v.string(), v.union([v.string(), v.boolean()]))), []),
});

/** What an administrator asks of the Identity Pool. */
export function identityPoolAdministration(
  { settings, identityPoolId, userPool }: IdentityPool,
  authenticator: Authenticator,
): Record<string, JsonOperation> {
  const provider = {
    ProviderName: `cognito-idp.${REGION}.amazonaws.com/${userPool.userPoolId}`,
    ClientId: userPool.clientId,
    ServerSideTokenCheck: identityPool.serverSideTokenCheck,
  };
  const describe = () => ({
    IdentityPoolId: identityPoolId,
    IdentityPoolName: NAME,
    AllowUnauthenticatedIdentities: settings.guests,
    AllowClassicFlow: settings.classicFlow,
    CognitoIdentityProviders: [provider],
  });
  const administered = (action: string, operation: (input: unknown) => unknown): JsonOperation =>
    signedOperation(authenticator, "cognito-identity", action, operation);
  const mustBeThisPool = (id: string): void => {
    if (id !== identityPoolId) throw notFound(`IdentityPool '${id}' not found.`);
  };

  return {
    ListIdentityPools: administered("ListIdentityPools", () => ({
      IdentityPools: [{ IdentityPoolId: identityPoolId, IdentityPoolName: NAME }],
    })),
    DescribeIdentityPool: administered("DescribeIdentityPool", (input) => {
      mustBeThisPool(parseInput(describeInput, input).IdentityPoolId);
      return describe();
    }),
    UpdateIdentityPool: administered("UpdateIdentityPool", (input) => {
      const given = parseInput(updateInput, input);
      mustBeThisPool(given.IdentityPoolId);
      // An update replaces the whole pool; here its one provider cannot be taken away.
      const [kept = {}, ...others] = given.CognitoIdentityProviders;
      if (others.length > 0 || Object.entries(provider).some(([name, value]) => kept[name] !== value)) {
        throw invalidParameter("This stand-in's pool has one provider, which stays.");
      }
      settings.guests = given.AllowUnauthenticatedIdentities;
      settings.classicFlow = given.AllowClassicFlow;
      return describe();
    }),
  };
}
