import { identityPool } from "@lectern/infra/policies";
import * as v from "valibot";
import type { IdentityPool } from "../cognito-identity/identity-pool.ts";
import { identityPoolId, parseInput, providerName } from "../cognito-identity/input.ts";
import { invalidParameter, notFound } from "../cognito-idp/exceptions.ts";
import type { JsonOperation } from "../http/json-service.ts";
import { integer, listOf, mapOf, text } from "../http/model.ts";
import type { Authenticator } from "../iam/principal.ts";
import { ACCOUNT, REGION } from "../identifiers.ts";
import { signedOperation } from "./signed-operation.ts";

const NAME = "lectern-local";

const listInput = v.object({
  MaxResults: integer({ min: 1, max: 60 }),
  NextToken: v.optional(text({ min: 1, max: 65_535, pattern: "[\\S]+" })),
});
const poolInput = v.object({ IdentityPoolId: identityPoolId });
const tagsInput = v.object({ ...poolInput.entries, IdentityProviderName: text(providerName) });
const updateInput = v.object({
  ...poolInput.entries,
  IdentityPoolName: text({ min: 1, max: 128, pattern: "[\\w\\s+=,.@-]+" }),
  AllowUnauthenticatedIdentities: v.boolean(),
  AllowClassicFlow: v.optional(v.boolean(), false),
  CognitoIdentityProviders: v.optional(
    listOf(
      v.object({
        ProviderName: v.optional(text({ min: 1, max: 128, pattern: "[\\w._:/-]+" })),
        ClientId: v.optional(text({ min: 1, max: 128, pattern: "[\\w_]+" })),
        ServerSideTokenCheck: v.optional(v.boolean(), false),
      }),
    ),
    [],
  ),
  // Nothing of these is played: read to be refused.
  SupportedLoginProviders: v.optional(mapOf(providerName, { min: 1, max: 128 }, 10), {}),
  DeveloperProviderName: v.optional(text({ min: 1, max: 128, pattern: "[\\w._-]+" })),
  OpenIdConnectProviderARNs: v.optional(listOf(text({ min: 20, max: 2048 })), []),
  SamlProviderARNs: v.optional(listOf(text({ min: 20, max: 2048 })), []),
  IdentityPoolTags: v.optional(mapOf({ min: 1, max: 128 }, { max: 256 }), {}),
});

/** Whether an update would make of the pool what local-aws does not play. */
const isForeign = (given: v.InferOutput<typeof updateInput>): boolean =>
  given.IdentityPoolName !== NAME ||
  given.DeveloperProviderName !== undefined ||
  [...given.OpenIdConnectProviderARNs, ...given.SamlProviderARNs].length > 0 ||
  Object.keys({ ...given.SupportedLoginProviders, ...given.IdentityPoolTags }).length > 0;

const arnOf = (input: unknown): string =>
  `arn:aws:cognito-identity:${REGION}:${ACCOUNT}:identitypool/${v.is(poolInput, input) ? input.IdentityPoolId : "*"}`;

/** What an administrator asks of the Identity Pool. */
export function identityPoolAdministration(
  { settings, identityPoolId: ownId, userPool, roles }: IdentityPool,
  authenticator: Authenticator,
): Record<string, JsonOperation> {
  const provider = {
    ProviderName: `cognito-idp.${REGION}.amazonaws.com/${userPool.userPoolId}`,
    ClientId: userPool.clientId,
    ServerSideTokenCheck: identityPool.serverSideTokenCheck,
  };
  const describe = () => ({
    IdentityPoolId: ownId,
    IdentityPoolName: NAME,
    AllowUnauthenticatedIdentities: settings.guests,
    AllowClassicFlow: settings.classicFlow,
    CognitoIdentityProviders: [provider],
  });
  /** Done to this pool, and judged by its ARN. */
  const onPool = <S extends v.GenericSchema<unknown, { IdentityPoolId: string }>>(
    action: string,
    schema: S,
    operation: (input: v.InferOutput<S>) => unknown,
  ): JsonOperation =>
    signedOperation(
      authenticator,
      "cognito-identity",
      action,
      (input) => {
        const given = parseInput(schema, input);
        if (given.IdentityPoolId !== ownId) throw notFound(`IdentityPool '${given.IdentityPoolId}' not found.`);
        return operation(given);
      },
      arnOf,
    );

  return {
    ListIdentityPools: signedOperation(authenticator, "cognito-identity", "ListIdentityPools", (input) => {
      const { NextToken } = parseInput(listInput, input);
      if (NextToken !== undefined) throw invalidParameter("NextToken is not one that was given.");
      return { IdentityPools: [{ IdentityPoolId: ownId, IdentityPoolName: NAME }] };
    }),
    DescribeIdentityPool: onPool("DescribeIdentityPool", poolInput, describe),
    UpdateIdentityPool: onPool("UpdateIdentityPool", updateInput, (given) => {
      // An update replaces the whole pool; here its one provider cannot be taken away.
      const [kept, ...others] = given.CognitoIdentityProviders;
      const isProvider =
        kept?.ProviderName === provider.ProviderName &&
        kept.ClientId === provider.ClientId &&
        kept.ServerSideTokenCheck === provider.ServerSideTokenCheck;
      if (others.length > 0 || !isProvider || isForeign(given)) {
        throw invalidParameter("This stand-in's pool has one provider, which stays, as its name does, and no tags.");
      }
      settings.guests = given.AllowUnauthenticatedIdentities;
      settings.classicFlow = given.AllowClassicFlow;
      return describe();
    }),
    GetIdentityPoolRoles: onPool("GetIdentityPoolRoles", poolInput, () => ({
      IdentityPoolId: ownId,
      Roles: { authenticated: roles.speaker.arn, unauthenticated: roles.guest.arn },
    })),
    GetPrincipalTagAttributeMap: onPool("GetPrincipalTagAttributeMap", tagsInput, ({ IdentityProviderName }) => {
      if (IdentityProviderName !== provider.ProviderName) {
        throw notFound(`IdentityProvider '${IdentityProviderName}' not found.`);
      }
      return {
        IdentityPoolId: ownId,
        IdentityProviderName,
        UseDefaults: false,
        PrincipalTags: identityPool.principalTags,
      };
    }),
  };
}
