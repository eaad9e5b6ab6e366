import * as v from "valibot";
import { userPool } from "../policies/index.ts";

/** No hyphen, so that channel names of two environments never begin alike (docs/decisions/0002). */
export const environmentNameSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]{1,16}$/, "An environment's name is 1 to 16 small letters and digits, like prod."),
);

const host = v.pipe(
  v.string(),
  v.regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, "It must be a host name, like talk.example.org."),
);

/** A provider of such a name must be of this type, and ours are of the type OIDC (terraform-provider-aws#4822, aws-cli#3179). */
const NAMES_OF_TYPES = ["google", "facebook", "loginwithamazon", "signinwithapple", "cognito"];

const provider = v.strictObject({
  /** Shown on the speaker's page: "Sign in with …". Cognito takes no "_" in it (ProviderNameTypeV2). */
  name: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z][A-Za-z0-9-]{2,31}$/, "It must be 3 to 32 letters, digits and hyphens."),
    v.check(
      (name) => !NAMES_OF_TYPES.includes(name.toLowerCase()),
      "Cognito keeps this name for a type of its own: use another, like Google-Workspace.",
    ),
  ),
  /** An OpenID Connect issuer, like https://accounts.google.com. */
  issuer: v.pipe(v.string(), v.url(), v.startsWith("https://")),
  clientId: v.string(),
  /** Name of the client secret in AWS Secrets Manager. */
  clientSecretName: v.string(),
  /**
   * Who of its people gets an account: addresses, and domains like @example.org. Required while `signUp` is "closed", for
   * whoever the provider signs in comes in. The address is what the provider says.
   */
  allow: v.optional(
    v.pipe(
      v.array(
        v.union(
          [v.pipe(v.string(), v.email()), v.pipe(v.string(), v.regex(/^@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i))],
          "It must be an address, or a domain like @example.org.",
        ),
      ),
      v.minLength(1),
    ),
  ),
});

/** An environment's settings, from `environments/NAME.json`. All are optional. */
export const settingsSchema = v.strictObject({
  /** Default: AWS_REGION, or the AWS profile's. */
  region: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[a-z]+){1,2}-[0-9]$/, "It must be a region, like eu-central-1.")),
  ),
  /** Whether anybody may create a speaker's account for themselves. */
  signUp: v.optional(v.picklist(["open", "closed"]), "closed"),
  /** Minimum number of characters. */
  passwordLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(99)), userPool.passwordLength),
  /** Sends account mail by SES, also to an address whose account asks for another; Cognito's own sender is limited to about 50 a day. */
  email: v.optional(
    v.strictObject({
      from: v.pipe(v.string(), v.email()),
      fromName: v.optional(
        v.pipe(v.string(), v.regex(/^[^<>"\p{C}]{1,100}$/u, "It must be a name, without < > and quotes.")),
      ),
      /** What is verified with SES in the region: a domain, or `from` itself. Default: the domain of `from`. */
      identity: v.optional(
        v.union([host, v.pipe(v.string(), v.email())], "It must be a domain, or an e-mail address."),
      ),
    }),
  ),
  /**
   * Sends text messages by SNS: a phone number can be verified, and be a second factor. Needs `alarmEmail`, which is told
   * when a month's text messages cost this much. SNS has a limit of its own, of $1 at first (docs/operations.md).
   */
  sms: v.optional(v.strictObject({ monthlyUsd: v.pipe(v.number(), v.minValue(1)) })),
  /** Host names of the two pages, and their Route 53 zone if they have one. */
  domain: v.optional(
    v.strictObject({
      speaker: host,
      listener: host,
      hostedZone: v.optional(v.strictObject({ id: v.string(), name: host })),
    }),
  ),
  /** Sign-in with other providers, through Cognito's managed login. Without it OAuth is off. */
  managedLogin: v.optional(
    v.strictObject({
      /** `PREFIX.auth.REGION.amazoncognito.com` */
      domainPrefix: v.pipe(
        v.string(),
        v.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "It must be small letters, digits and hyphens, 63 at most."),
        v.check((prefix) => !/aws|amazon|cognito/.test(prefix), "Cognito refuses “aws”, “amazon” and “cognito” in it."),
      ),
      providers: v.pipe(v.array(provider), v.minLength(1)),
    }),
  ),
  /** Receives alarms. */
  alarmEmail: v.optional(v.pipe(v.string(), v.email())),
  /** Needs `alarmEmail`, and sends mail there when the account spends 80 % of this in a month, or will exceed it by AWS's forecast. */
  monthlyBudgetUsd: v.optional(v.pipe(v.number(), v.minValue(1))),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** The identity that SES is to send as. */
export const sesIdentityOf = ({ from, identity }: NonNullable<Settings["email"]>): string => identity ?? domainOf(from);

const isUnder = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`);

/** What of a function's 4 kB of environment (Lambda's quota) the list of those who may come takes at most. */
const INVITED_MAX_BYTES = 3500;

/** Who may come from each provider, for the trigger; null: everybody whom it signs in. */
export const invitedIn = ({ managedLogin }: Settings): string =>
  JSON.stringify(Object.fromEntries((managedLogin?.providers ?? []).map(({ name, allow }) => [name, allow ?? null])));

/** What settings that are each right say wrongly together. */
export function contradictionsIn(settings: Settings): string[] {
  const { signUp, managedLogin, domain, email, alarmEmail, monthlyBudgetUsd, sms } = settings;
  const unlimited = managedLogin?.providers.find(({ allow }) => allow === undefined);
  const sesIdentity = email && sesIdentityOf(email).toLowerCase();
  const zone = domain?.hostedZone?.name;
  const names = (managedLogin?.providers ?? []).map(({ name }) => name.toLowerCase());
  return [
    ...(new Set(names).size < names.length ? ["managedLogin.providers: two have the same name."] : []),
    ...(Buffer.byteLength(invitedIn(settings)) > INVITED_MAX_BYTES
      ? ["managedLogin.providers: so many addresses do not fit into a function's environment. Name domains."]
      : []),
    ...(managedLogin && !domain
      ? ["managedLogin needs domain: the page's address is told to Cognito beforehand."]
      : []),
    ...(unlimited && signUp === "closed"
      ? [
          `managedLogin.providers: signUp is "closed", and everybody whom ${unlimited.name} signs in would get an account. Say in its "allow" who may.`,
        ]
      : []),
    ...(monthlyBudgetUsd !== undefined && alarmEmail === undefined
      ? ["monthlyBudgetUsd needs alarmEmail: a budget that tells nobody guards nothing."]
      : []),
    ...(sms && alarmEmail === undefined
      ? ["sms needs alarmEmail: somebody must be told when text messages cost too much."]
      : []),
    ...(email && sesIdentity && sesIdentity !== email.from.toLowerCase() && !isUnder(domainOf(email.from), sesIdentity)
      ? [`email.identity: SES cannot send as ${email.from} by ${sesIdentity}.`]
      : []),
    ...(domain && domain.speaker === domain.listener
      ? ["domain: each page needs a host name of its own; what one stores is none of the other's."]
      : []),
    ...(domain && zone && !(isUnder(domain.speaker, zone) && isUnder(domain.listener, zone))
      ? [`domain.hostedZone: both host names must be in ${zone}.`]
      : []),
  ];
}
