import type { JsonOperation } from "../http/json-service.ts";
import type { Authenticator } from "../iam/principal.ts";

/** An operation that is signed, as those of the pages are not, and judged on every resource. */
export const signedOperation =
  (
    authenticator: Authenticator,
    service: string,
    action: string,
    operation: (input: unknown) => unknown,
  ): JsonOperation =>
  (input, request) => {
    const principal = authenticator.authenticate(request, service);
    authenticator.authorize(principal, `${service}:${action}`, "*");
    return operation(input);
  };
