import { HOUR_MS } from "@lectern/primitives";
import type { JsonOperation } from "../http/json-service.ts";
import type { Clock } from "../http/service.ts";
import { createQuota } from "../rate-limit.ts";
import { limitExceeded, tooManyRequests } from "./exceptions.ts";

/** Calls a second and account of each category of operations (Cognito's quotas page). */
const PER_SECOND = { creation: 50, recovery: 30, read: 120, update: 25, token: 120, resourceUpdate: 25 } as const;
type Category = keyof typeof PER_SECOND;

/** Counts an operation in its category, and refuses it when the category's quota is used up. */
export function createCategories(clock: Clock): (category: Category, operation: JsonOperation) => JsonOperation {
  const quotas = new Map(Object.entries(PER_SECOND).map(([name, most]) => [name, perSecond(clock, most)]));
  return (category, operation) => (body, request) => {
    quotas.get(category)?.();
    return operation(body, request);
  };
}

/** @throws AwsError TooManyRequestsException, by what it returns */
export const perSecond = (clock: Clock, most: number) => createQuota(clock, most, tooManyRequests);

/** Of one user, by name. @throws AwsError LimitExceededException, by what it returns */
export const perHour = ({ clock }: { clock: Clock }, most: number) => createQuota(clock, most, limitExceeded, HOUR_MS);
