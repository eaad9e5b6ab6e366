import type { JsonOperation } from "../http/json-service.ts";
import { codeRequest } from "./code-request.ts";
import { customMessage } from "./custom-message.ts";
import { invalidParameter, notAuthorized } from "./exceptions.ts";
import type { UserPool } from "./user-pool.ts";

export const forgotPassword = (pool: UserPool): JsonOperation =>
  codeRequest(
    pool,
    "reset-password",
    ({ status, emailVerified }) => {
      if (status === "FORCE_CHANGE_PASSWORD" || status === "EXTERNAL_PROVIDER") {
        throw notAuthorized("User password cannot be reset in the current state.");
      }
      if (!emailVerified) {
        throw invalidParameter(
          "Cannot reset password for the user as there is no registered/verified email or phone_number",
        );
      }
    },
    (user, metadata) => customMessage(pool, user, "CustomMessage_ForgotPassword", metadata),
  );
