/** Temporary AWS credentials, as `@lectern/auth` gives them. */
export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
}

/** Called before every signed request; caches and renews as it sees fit. */
export type CredentialsProvider = () => Promise<AwsCredentials>;
