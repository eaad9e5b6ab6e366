import type { JsonOperation } from "../http/json-service.ts";
import { codeRequest } from "./code-request.ts";
import { invalidParameter } from "./exceptions.ts";
import type { UserPool } from "./user-pool.ts";

export const resendConfirmationCode = (pool: UserPool): JsonOperation =>
  codeRequest(pool, "sign-up", ({ status }) => {
    if (status !== "UNCONFIRMED") throw invalidParameter("User is already confirmed.");
  });
