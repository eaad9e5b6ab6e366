import type { JsonOperation } from "../http/json-service.ts";
import type { Clock } from "../http/service.ts";
import { createRateLimit } from "../rate-limit.ts";
import { rateExceeded } from "./refusals.ts";

export const HOUR_MS = 3600_000;

/** Calls a second and account of each category of operations (Cognito's quotas page). */
const PER_SECOND = { creation: 50, recovery: 30, read: 120, update: 25, token: 120, resourceUpdate: 25 } as const;
type Category = keyof typeof PER_SECOND;

/** Lets an operation spend of its category's quota. The operation is refused TooManyRequestsException when it is spent. */
export function createQuotas(clock: Clock): (category: Category, operation: JsonOperation) => JsonOperation {
  const rates = new Map(Object.entries(PER_SECOND).map(([name, most]) => [name, createRateLimit(clock, most)]));
  return (category, operation) => (body, request) => {
    if (!rates.get(category)?.take("")) throw rateExceeded();
    return operation(body, request);
  };
}
