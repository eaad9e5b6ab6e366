/**
 * An AWS error's type without what AWS puts around it: `ns#Type` in the `__type` of a body, `Type:http://…` in the header
 * `x-amzn-errortype`, whichever of them was given.
 */
export const awsErrorType = (...given: (string | null | undefined)[]): string =>
  given
    .find((type) => type)
    ?.split(":")[0]
    ?.split("#")
    .pop() ?? "";

/** Types by which AWS's services say that there were too many calls, as its SDKs list them, and KVS's own. */
const THROTTLING =
  /^(?:(?:Client|Bandwidth|Request)?LimitExceeded|Throttl|RequestThrottl|EC2Throttl|TooManyRequests|ProvisionedThroughputExceeded|SlowDown)/;

/** Whether an error of this type says that the same call may succeed in a moment. */
export const isThrottlingType = (type: string): boolean => THROTTLING.test(type);
