import { expect, test } from "vitest";
import { awsErrorType, isThrottlingType } from "./aws-errors.ts";

test.each([
  ["ClientLimitExceededException:http://internal.amazon.com/coral/", undefined, "ClientLimitExceededException"],
  [null, "com.amazonaws.kinesisvideo#NotAuthorizedException", "NotAuthorizedException"],
  ["", "TooManyRequestsException", "TooManyRequestsException"],
  [undefined, undefined, ""],
])("an AWS error's type is read from %j and %j", (header, body, type) => {
  expect(awsErrorType(header, body)).toBe(type);
});

test.each([
  "ClientLimitExceededException",
  "LimitExceededException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
])("%s says that there were too many calls", (type) => {
  expect(isThrottlingType(type)).toBe(true);
});

test.each(["AccountChannelLimitExceededException", "AccessDeniedException", ""])("%j does not", (type) => {
  expect(isThrottlingType(type)).toBe(false);
});
