import { invalidParameter } from "../cognito-idp/exceptions.ts";
import { text } from "../http/model.ts";

export const pageToken = text({ min: 1, max: 131_072, pattern: "[\\S]+" });

/** One page of a list. Its token says where the next one begins. @throws AwsError InvalidParameterException */
export function pageOf<T>(
  all: readonly T[],
  most: number,
  token = "0",
): { shown: readonly T[]; next: string | undefined } {
  if (!/^\d{1,9}$/.test(token)) throw invalidParameter("Invalid pagination token.");
  const to = Number(token) + most;
  return { shown: all.slice(Number(token), to), next: to < all.length ? String(to) : undefined };
}
