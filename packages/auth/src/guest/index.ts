export type { AwsCredentials } from "../credentials.ts";
export { createGuestCredentials, type GuestConfiguration, type GuestEnvironment } from "./guest-credentials.ts";
