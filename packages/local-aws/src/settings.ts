import { identityPool, userPool } from "@lectern/infra/policies";
/** What an administrator of the stand-in may switch while it runs; `POST /_local/settings` takes any subset. */
export interface Settings {
  /** Identity Pool: AllowUnauthenticatedIdentities. Default true. */
  guests: boolean;
  /** Identity Pool: AllowClassicFlow. Default true. */
  classicFlow: boolean;
  /**
   * What becomes of a signaling socket whose place (master, or the same ClientId) a newer one took: "left" open, getting
   * nothing more, or "closed". AWS does not say which; the product must survive both. Default "left".
   */
  displacedSocket: "left" | "closed";
  /**
   * What becomes of a viewer's message while no master is connected: "held" for MessageTtlSeconds, or "lost". AWS says the
   * first, its users have seen the second. Default "held".
   */
  earlyMessages: "held" | "lost";
  /**
   * What becomes of a TURN allocation when the 300 s of its credentials are over, by the movable clock: it goes on, "alive",
   * or is "dead". AWS does not say which. Default "alive".
   */
  relayAfter300s: "alive" | "dead";
  /**
   * Whether GetIceServerConfig is "given" to who has been connected for more than 45 minutes, or "refused" with
   * SessionExpiredException, as it is documented and seldom seen. Default "given".
   */
  iceServersAfter45Minutes: "given" | "refused";
  /**
   * How TURN is offered: "plain" over UDP and TCP, or "tls", AWS's own three URIs, which no browser uses before it is told
   * to trust the certificate (`turnSpkiSha256` of `GET /_local/state`). Default "plain".
   */
  turnTransports: "plain" | "tls";
  /** Roles no credentials are given for any more, and whose credentials are refused. Default none. */
  withdrawnRoles: readonly ("speaker" | "guest")[];
  /** User Pool: whether people may make themselves an account (AllowAdminCreateUserOnly, turned round). Default true. */
  selfSignUp: boolean;
  /** User Pool: MfaConfiguration OFF, OPTIONAL or ON. Default "optional". */
  secondFactor: "off" | "optional" | "required";
  /**
   * User Pool: whether who has not confirmed their account is "told" so whatever the password, or only "after-password",
   * once it was right. AWS's people and most reports say the first (amazon-cognito-identity-js#288), one the second
   * (aws-sdk-net#1984). Default "told".
   */
  unconfirmedUsers: "told" | "after-password";
  /** User Pool: whether it sends text messages, and so whether they are a second factor. Default as deployed: false. */
  sms: boolean;
  /**
   * User Pool: whether mail is sent as with an SES identity, and so whether the custom message trigger is deployed, which
   * tells an old address of another one. Default as deployed without the setting `email`: false.
   */
  ses: boolean;
  /** User Pool: standard attributes every account must have besides its e-mail. Default none. */
  requiredAttributes: readonly string[];
  /** User Pool: names of the other providers managed login leads to; one stands behind all of them. Default "Example". */
  providers: readonly string[];
  /**
   * User Pool: who of the other providers' people gets an account at all, by the pre sign-up trigger: addresses, and domains
   * like "@example.org"; null: everybody. Default null.
   */
  invited: readonly string[] | null;
  /**
   * Actions taken out of every statement of a role, trust and permissions alike: "speaker sts:TagSession". It counts at
   * once, for credentials given before too. Default none.
   */
  removedActions: readonly string[];
  /** Actions a role is allowed on everything beside what is deployed: "guest kinesisvideo:*". Default none. */
  addedActions: readonly string[];
  /**
   * The app client: as deployed, or "without-srp" (ALLOW_USER_SRP_AUTH left out), "rotating" refresh tokens (which leaves
   * ALLOW_REFRESH_TOKEN_AUTH out), or one "of-another-pool", that knows none of this pool's users. Default "usual".
   */
  client: "usual" | "without-srp" | "rotating" | "of-another-pool";
}

export const defaultSettings: Settings = {
  guests: identityPool.allowUnauthenticatedIdentities,
  classicFlow: identityPool.allowClassicFlow,
  displacedSocket: "left",
  earlyMessages: "held",
  relayAfter300s: "alive",
  iceServersAfter45Minutes: "given",
  turnTransports: "plain",
  withdrawnRoles: [],
  selfSignUp: true,
  secondFactor: userPool.secondFactor,
  unconfirmedUsers: "told",
  sms: userPool.sms,
  ses: false,
  requiredAttributes: [],
  providers: ["Example"],
  invited: null,
  removedActions: [],
  addedActions: [],
  client: "usual",
};
