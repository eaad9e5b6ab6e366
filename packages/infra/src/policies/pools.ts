/** The User Pool, as far as no setting changes it. */
export const userPool = {
  /** How long a password must be, unless the settings say otherwise. */
  passwordLength: 12,
  passwordCharacters: { requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true },
  temporaryPasswordDays: 7,
  /** MfaConfiguration. */
  secondFactor: "optional",
  /** Whether text messages are sent, unless the settings say otherwise: then a number can be verified, and be a second factor. */
  sms: false,
  /** What is taken from other providers: attribute → claim. */
  providerAttributes: { email: "email" },
  accessAndIdTokenHours: 1,
  refreshTokenDays: 30,
  /** What the app client may write, and so whoever has an access token; the phone number too where text messages are sent. */
  writableAttributes: ["email", "name"],
  /** What the app client may be given by managed login. */
  oauthScopes: ["openid", "email", "aws.cognito.signin.user.admin"],
} as const;

/** The Identity Pool. */
export const identityPool = {
  allowUnauthenticatedIdentities: true,
  allowClassicFlow: true,
  /** Refuses users who signed out, even if their tokens have not expired. */
  serverSideTokenCheck: true,
  /** Attributes for access control: principal tag → claim of the id token. Mapped for the User Pool, so guests carry none. */
  principalTags: { speaker: "speaker" },
} as const;
