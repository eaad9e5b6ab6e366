import { Duration, RemovalPolicy, SecretValue, Stack } from "aws-cdk-lib";
import {
  AccountRecovery,
  type CfnUserPool,
  ClientAttributes,
  Mfa,
  OAuthScope,
  ProviderAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolEmail,
  UserPoolIdentityProviderOidc,
} from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import { userPoolName } from "../names.ts";
import { userPool as deployed } from "../policies/index.ts";
import { type Settings, sesIdentityOf } from "../settings/settings.ts";
import { acknowledge } from "./acknowledge.ts";
import { createTextMessages } from "./text-messages.ts";

/**
 * The speakers' accounts. The e-mail address is an alias of a random username, so that sign-up does not reveal who has an
 * account. Aliases and case sensitivity cannot be changed later.
 */
export function createUserPool(scope: Construct, environmentName: string, settings: Settings): UserPool {
  const { email, sms } = settings;
  const { requireLowercase, requireUppercase, requireNumbers, requireSymbols } = deployed.passwordCharacters;
  const pool = new UserPool(scope, "UserPool", {
    userPoolName: userPoolName(environmentName),
    signInAliases: { username: true, email: true },
    signInCaseSensitive: false,
    selfSignUpEnabled: settings.signUp === "open",
    standardAttributes: { email: { required: true, mutable: true } },
    autoVerify: { email: true, phone: sms !== undefined },
    // A changed address or number takes effect once it is verified.
    keepOriginal: { email: true, phone: sms !== undefined },
    ...(sms && createTextMessages(scope, environmentName)),
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: { optional: Mfa.OPTIONAL }[deployed.secondFactor],
    mfaSecondFactor: { otp: true, sms: sms !== undefined },
    passwordPolicy: {
      minLength: settings.passwordLength,
      requireLowercase,
      requireUppercase,
      requireDigits: requireNumbers,
      requireSymbols,
      tempPasswordValidity: Duration.days(deployed.temporaryPasswordDays),
    },
    ...(email && {
      email: UserPoolEmail.withSES({
        fromEmail: email.from,
        ...(email.fromName && { fromName: email.fromName }),
        sesRegion: Stack.of(scope).region,
      }),
    }),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  if (email) {
    // The CDK would name the address itself, of which SES knows nothing where a domain was verified.
    const resourceName = sesIdentityOf(email);
    const sourceArn = Stack.of(scope).formatArn({ service: "ses", resource: "identity", resourceName });
    (pool.node.defaultChild as CfnUserPool).addPropertyOverride("EmailConfiguration.SourceArn", sourceArn);
  }
  acknowledge(pool, "AwsSolutions-COG2", "A second factor is optional: only an administrator can reset a lost one.");
  for (const rule of ["AwsSolutions-COG3", "AwsSolutions-COG8"]) {
    acknowledge(
      pool,
      rule,
      "Threat protection needs the Plus plan, which is billed per user; docs/security.md says what there is without.",
    );
  }
  return pool;
}

/** The app client of the pages. It has no secret, because a page cannot keep one. */
export function addClient(pool: UserPool, settings: Settings, speakerUrl: string | undefined): UserPoolClient {
  const { managedLogin, sms } = settings;
  const providers = (managedLogin?.providers ?? []).map(
    ({ name, issuer, clientId, clientSecretName }) =>
      new UserPoolIdentityProviderOidc(pool, `Provider${name}`, {
        userPool: pool,
        name,
        issuerUrl: issuer,
        clientId,
        clientSecret: SecretValue.secretsManager(clientSecretName).unsafeUnwrap(),
        scopes: ["openid", "email"],
        attributeMapping: { email: ProviderAttribute.other(deployed.providerAttributes.email) },
      }),
  );
  const client = pool.addClient("Client", {
    generateSecret: false,
    authFlows: { userSrp: true },
    ...(managedLogin && speakerUrl
      ? {
          oAuth: {
            flows: { authorizationCodeGrant: true },
            scopes: deployed.oauthScopes.map(OAuthScope.custom),
            callbackUrls: [`${speakerUrl}/`],
            logoutUrls: [`${speakerUrl}/`],
          },
        }
      : { disableOAuth: true }),
    supportedIdentityProviders: [
      UserPoolClientIdentityProvider.COGNITO,
      ...providers.map(({ providerName }) => UserPoolClientIdentityProvider.custom(providerName)),
    ],
    // What the account screen changes.
    writeAttributes: new ClientAttributes().withStandardAttributes({
      email: true,
      fullname: true,
      phoneNumber: sms !== undefined,
    }),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    idTokenValidity: Duration.hours(deployed.accessAndIdTokenHours),
    accessTokenValidity: Duration.hours(deployed.accessAndIdTokenHours),
    // No rotation: Cognito does not combine it with ALLOW_REFRESH_TOKEN_AUTH, which amazon-cognito-identity-js needs.
    refreshTokenValidity: Duration.days(deployed.refreshTokenDays),
  });
  for (const provider of providers) client.node.addDependency(provider);
  if (managedLogin) pool.addDomain("ManagedLogin", { cognitoDomain: { domainPrefix: managedLogin.domainPrefix } });
  return client;
}
