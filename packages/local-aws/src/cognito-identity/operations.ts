import { HOUR_MS } from "@lectern/primitives";
import { object, optional } from "valibot";
import { invalidParameter, notFound } from "../cognito-idp/exceptions.ts";
import { perSecond } from "../cognito-idp/quotas.ts";
import type { JsonOperation } from "../http/json-service.ts";
import { text } from "../http/model.ts";
import { AwsError } from "../http/service.ts";
import { guestSessionPolicy } from "../iam/guest-session-policy.ts";
import { roleSession } from "../iam/roles.ts";
import { trusts } from "../iam/trust.ts";
import { type IdentityPool, identify, readLogins } from "./identity-pool.ts";
import { identityPoolId, logins, parseInput } from "./input.ts";

const getIdInput = object({
  AccountId: optional(text({ min: 1, max: 15, pattern: "\\d+" })),
  IdentityPoolId: identityPoolId,
  Logins: optional(logins, {}),
});
const identityInput = object({ IdentityId: identityPoolId, Logins: optional(logins, {}) });
const credentialsInput = object({ ...identityInput.entries, CustomRoleArn: optional(text({ min: 20, max: 2048 })) });

/** Enhanced flow: always one hour. */
const CREDENTIALS_LIFE_MS = HOUR_MS;

export function getId(pool: IdentityPool): JsonOperation {
  const countCall = perSecond(pool.clock, 25);
  return async (body) => {
    const input = parseInput(getIdInput, body);
    countCall();
    if (input.IdentityPoolId !== pool.identityPoolId) {
      throw notFound(`IdentityPool '${input.IdentityPoolId}' not found.`);
    }
    const login = await readLogins(pool, input.Logins);
    if (login === undefined) return { IdentityId: pool.identities.create().identityId };
    const { provider, sub } = login;
    const identity = pool.identities.findByLogin(provider, sub) ?? pool.identities.create({ [provider]: sub });
    return { IdentityId: identity.identityId };
  };
}

/** First step of the classic flow. */
export function getOpenIdToken(pool: IdentityPool): JsonOperation {
  const countCall = perSecond(pool.clock, 200);
  return async (body) => {
    const { IdentityId, Logins } = parseInput(identityInput, body);
    countCall();
    if (!pool.settings.classicFlow) {
      throw invalidParameter("Basic (classic) flow is not enabled, please use enhanced flow.");
    }
    const identity = await identify(pool, IdentityId, Logins);
    return { IdentityId: identity.sub, Token: await pool.openIdTokens.issue(identity) };
  };
}

/** The enhanced flow: the pool chooses the role, and caps what guests may do with it. */
export function getCredentialsForIdentity(pool: IdentityPool): JsonOperation {
  const countCall = perSecond(pool.clock, 200);
  return async (body) => {
    const { IdentityId, Logins, CustomRoleArn } = parseInput(credentialsInput, body);
    countCall();
    if (CustomRoleArn !== undefined) {
      throw invalidParameter("CustomRoleArn needs role mappings, which this pool has none of.");
    }
    const identity = await identify(pool, IdentityId, Logins);
    const isGuest = identity.amr.includes("unauthenticated");
    const role = isGuest ? pool.roles.guest : pool.roles.speaker;
    if (!trusts(role.trust, identity)) {
      throw new AwsError(
        "InvalidIdentityPoolConfigurationException",
        "Invalid identity pool configuration. Check assigned IAM roles for this pool.",
      );
    }
    const principal = roleSession(role, pool.account, "CognitoIdentityCredentials", identity.tags);
    const issued = pool.credentials.issue(
      isGuest ? { ...principal, sessionPolicy: guestSessionPolicy } : principal,
      CREDENTIALS_LIFE_MS,
    );
    return {
      IdentityId: identity.sub,
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretKey: issued.secretAccessKey,
        SessionToken: issued.sessionToken,
        Expiration: Math.floor(issued.expiresAt / 1000),
      },
    };
  };
}
