import type { JsonOperation } from "../http/json-service.ts";
import type { Authenticator } from "../iam/principal.ts";

/**
 * An operation that is signed, as those of the pages are not, and judged.
 * @param resourceOf - what it is done to, of its input; every resource where AWS knows none
 */
export const signedOperation =
  (
    authenticator: Authenticator,
    service: string,
    action: string,
    operation: (input: unknown) => unknown,
    resourceOf: (input: unknown) => string = () => "*",
  ): JsonOperation =>
  (input, request) => {
    const principal = authenticator.authenticate(request, service);
    authenticator.authorize(principal, `${service}:${action}`, resourceOf(input));
    return operation(input);
  };
