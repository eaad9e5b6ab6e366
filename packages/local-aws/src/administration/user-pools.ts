import type { JsonOperation } from "../http/json-service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { Account } from "./account.ts";
import { signedOperation } from "./signed-operation.ts";

/** What an administrator asks of Cognito's User Pools. */
export const userPoolAdministration = (
  { userPools }: Account,
  authenticator: Authenticator,
): Record<string, JsonOperation> => ({
  ListUserPools: signedOperation(authenticator, "cognito-idp", "ListUserPools", () => ({
    UserPools: [...userPools].map(([Id, Name]) => ({ Id, Name })),
  })),
});
