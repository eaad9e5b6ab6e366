import * as v from "valibot";

/** `[a-z0-9]{1,16}`: no environment's name is the beginning of another's (docs/decisions/0002). */
export const environmentNameSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]{1,16}$/, "An environment's name is 1 to 16 small letters and digits, like prod."),
);

const host = v.pipe(
  v.string(),
  v.regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, "It must be a host name, like talk.example.org."),
);

const provider = v.strictObject({
  /** Shown on the speaker's page: "Sign in with …". */
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/)),
  /** An OpenID Connect issuer, like https://accounts.google.com. */
  issuer: v.pipe(v.string(), v.url(), v.startsWith("https://")),
  clientId: v.string(),
  /** Name of the AWS Secrets Manager secret that holds the client secret; the secret itself belongs in no file. */
  clientSecretName: v.string(),
});

/** What an environment may have that is not the default. Kept in `environments/NAME.json`; every member may be left out. */
export const settingsSchema = v.strictObject({
  /** Default: the AWS profile's, or AWS_REGION. */
  region: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[a-z]+){1,2}-[0-9]$/, "It must be a region, like eu-central-1.")),
  ),
  /** Whether anybody may make themselves a speaker's account. */
  signUp: v.optional(v.picklist(["open", "closed"]), "closed"),
  /** Characters of a password, at least. */
  passwordLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(99)), 12),
  /** Sends account mail by SES instead of Cognito's own sender of about 50 mails a day. The identity must be verified in the region. */
  email: v.optional(v.strictObject({ from: v.pipe(v.string(), v.email()), fromName: v.optional(v.string()) })),
  /** Host names of the two pages, and the Route 53 zone they are in, if they are in one. */
  domain: v.optional(
    v.strictObject({
      speaker: host,
      listener: host,
      hostedZone: v.optional(v.strictObject({ id: v.string(), name: host })),
    }),
  ),
  /** Sign-in through Cognito's managed login with other providers. Without it OAuth is off. */
  managedLogin: v.optional(
    v.strictObject({
      /** `PREFIX.auth.REGION.amazoncognito.com` */
      domainPrefix: v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)),
      providers: v.pipe(v.array(provider), v.minLength(1)),
    }),
  ),
  /** Who is told of alarms. */
  alarmEmail: v.optional(v.pipe(v.string(), v.email())),
  /** With `alarmEmail`: mails at 80 % of this much spent in the month, and when it is forecast. The whole account's. */
  monthlyBudgetUsd: v.optional(v.pipe(v.number(), v.minValue(1))),
});
export type Settings = v.InferOutput<typeof settingsSchema>;
