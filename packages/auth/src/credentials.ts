/** Temporary AWS credentials. `expiration` is AWS's time, not this device's: compare it with server time only. */
export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
}
