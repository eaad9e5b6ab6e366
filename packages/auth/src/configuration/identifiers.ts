/** Shapes of AWS's identifiers. Sources: the Cognito and IAM API references' patterns for each field. */

const region = "[a-z]{2}(?:-[a-z]+){1,2}-[0-9]";
const guid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

const regionPattern = new RegExp(`^${region}$`);
const userPoolIdPattern = new RegExp(`^(${region})_[0-9A-Za-z]{1,40}$`);
const identityPoolIdPattern = new RegExp(`^(${region}):${guid}$`, "i");
const guidPattern = new RegExp(`^${guid}$`, "i");
const awsHostPattern = new RegExp(`\\.execute-api\\.(${region})\\.amazonaws\\.com(?:\\.cn)?(?:[:/]|$)`);

export const isRegion = (value: string): boolean => regionPattern.test(value);
/** `region_xxxxxxxxx` */
export const isUserPoolId = (value: string): boolean => userPoolIdPattern.test(value);
/** `region:guid`. The id of one identity looks the same and passes as well. */
export const isIdentityPoolId = (value: string): boolean => identityPoolIdPattern.test(value);
export const isGuid = (value: string): boolean => guidPattern.test(value);
export const isArn = (value: string): boolean => value.startsWith("arn:");
export const isRoleArn = (value: string): boolean => /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/.test(value);

/** The region an identifier or an API Gateway URL names, if it names one. */
export function regionOf(value: string): string | undefined {
  return (
    userPoolIdPattern.exec(value)?.[1] ?? identityPoolIdPattern.exec(value)?.[1] ?? awsHostPattern.exec(value)?.[1]
  );
}

/** Whether a URL leads to this machine, where browsers allow plain http and ws. */
export function isLoopback(url: URL): boolean {
  return url.hostname === "localhost" || url.hostname.endsWith(".localhost") || isLoopbackAddress(url.hostname);
}

const isLoopbackAddress = (hostname: string): boolean =>
  /^127(?:\.[0-9]{1,3}){3}$/.test(hostname) || hostname === "[::1]";
