import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { userPool } from "../policies/index.ts";
import { ENVIRONMENT, templateOf } from "../testing/templates.ts";

const template = templateOf("KVSWebRTCStack");
const everything = templateOf("KVSWebRTCStack", "everything");
const USER_POOL = "AWS::Cognito::UserPool";
const CLIENT = "AWS::Cognito::UserPoolClient";

describe("the User Pool", () => {
  it("does not reveal who has an account: e-mail is an alias, and no attribute is a username", () => {
    template.hasResourceProperties(USER_POOL, {
      AliasAttributes: ["email"],
      UsernameAttributes: Match.absent(),
      UsernameConfiguration: { CaseSensitive: false },
    });
    template.hasResourceProperties(CLIENT, { PreventUserExistenceErrors: "ENABLED" });
  });

  it("verifies e-mail addresses before they take effect", () => {
    template.hasResourceProperties(USER_POOL, {
      AutoVerifiedAttributes: ["email"],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
      Schema: [{ Name: "email", Required: true, Mutable: true }],
    });
  });

  it("recovers accounts by e-mail only, with authenticator apps as the only second factor", () => {
    template.hasResourceProperties(USER_POOL, {
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
      MfaConfiguration: "OPTIONAL",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
    });
  });

  it("sends text messages only where the settings say so, by a role that it alone assumes and that does nothing else", () => {
    template.hasResourceProperties(USER_POOL, { SmsConfiguration: Match.absent() });
    const [[roleId, role] = []] = Object.entries(everything.findResources("AWS::IAM::Role")).filter(([id]) =>
      id.startsWith("TextMessages"),
    );
    everything.hasResourceProperties(USER_POOL, {
      SmsConfiguration: { SnsCallerArn: { "Fn::GetAtt": [roleId, "Arn"] }, ExternalId: `lectern-${ENVIRONMENT}` },
      EnabledMfas: ["SMS_MFA", "SOFTWARE_TOKEN_MFA"],
      AutoVerifiedAttributes: ["email", "phone_number"],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email", "phone_number"] },
      // Who takes over a phone number gets no password with it.
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
    });
    expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      expect.objectContaining({ Condition: { StringEquals: { "sts:ExternalId": `lectern-${ENVIRONMENT}` } } }),
    ]);
    expect(role?.Properties.Policies[0].PolicyDocument.Statement).toEqual([
      { Effect: "Allow", Action: "sns:Publish", Resource: "*" },
      { Effect: "Deny", Action: "sns:Publish", Resource: "arn:aws:sns:*:*:*" },
    ]);
  });

  it("has a password policy with the length in the settings", () => {
    const classes = { RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true };
    for (const [stack, MinimumLength] of [
      [template, 12],
      [everything, 16],
    ] as const) {
      stack.hasResourceProperties(USER_POOL, {
        Policies: { PasswordPolicy: { MinimumLength, TemporaryPasswordValidityDays: 7, ...classes } },
      });
    }
  });

  it("is retained when the stack is deleted, and protected from deletion", () => {
    template.hasResource(USER_POOL, {
      Properties: { DeletionProtection: "ACTIVE", UserPoolName: `lectern-${ENVIRONMENT}` },
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
    });
  });

  it("is closed to self sign-up unless the settings open it", () => {
    const closed = (AllowAdminCreateUserOnly: boolean) => ({ AdminCreateUserConfig: { AllowAdminCreateUserOnly } });
    template.hasResourceProperties(USER_POOL, closed(true));
    everything.hasResourceProperties(USER_POOL, closed(false));
  });

  it("sends e-mail by SES if the settings have an address, else by Cognito", () => {
    template.hasResourceProperties(USER_POOL, { EmailConfiguration: Match.absent() });
    everything.hasResourceProperties(USER_POOL, {
      EmailConfiguration: { EmailSendingAccount: "DEVELOPER", From: "Lectern <no-reply@example.org>" },
    });
  });

  it("sends by the SES identity of the address's domain, or by the one in the settings", () => {
    const sourceArn = (identity: string) => ({
      EmailConfiguration: {
        SourceArn: { "Fn::Join": ["", Match.arrayWith([`:identity/${identity}`])] },
      },
    });
    everything.hasResourceProperties(USER_POOL, sourceArn("example.org"));
  });

  it("calls the trigger that names a speaker's channels, which no other pool may", () => {
    const [[trigger] = []] = Object.entries(template.findResources("AWS::Lambda::Function"));
    const arn = { "Fn::GetAtt": [trigger, "Arn"] };
    template.hasResourceProperties(USER_POOL, { LambdaConfig: { PreTokenGeneration: arn } });
    const [[pool] = []] = Object.entries(template.findResources(USER_POOL));
    template.hasResourceProperties("AWS::Lambda::Permission", {
      FunctionName: arn,
      Principal: "cognito-idp.amazonaws.com",
      SourceArn: { "Fn::GetAtt": [pool, "Arn"] },
    });
  });

  it("tells an old address of another one by a trigger, where mail is sent by SES, and has none elsewhere", () => {
    everything.hasResourceProperties(USER_POOL, { LambdaConfig: { CustomMessage: Match.anyValue() } });
    template.hasResourceProperties(USER_POOL, { LambdaConfig: { CustomMessage: Match.absent() } });
    everything.hasResourceProperties("AWS::Lambda::Function", {
      Environment: { Variables: { LECTERN_WARNING_WORD: { Ref: "AWS::StackId" } } },
    });
    // It asks for a code as anybody may, and is allowed nothing.
    const [[roleId] = []] = Object.entries(everything.findResources("AWS::IAM::Role")).filter(([id]) =>
      id.startsWith("CustomMessage"),
    );
    const policies = Object.values(everything.findResources("AWS::IAM::Policy")).filter(({ Properties }) =>
      JSON.stringify(Properties.Roles).includes(roleId ?? "no role"),
    );
    expect(policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement[0].Action)).toEqual([
      "logs:CreateLogStream",
      "logs:PutLogEvents",
    ]);
  });

  it("asks a trigger whom other providers may bring in, and has none without other providers", () => {
    everything.hasResourceProperties(USER_POOL, { LambdaConfig: { PreSignUp: Match.anyValue() } });
    everything.hasResourceProperties("AWS::Lambda::Function", {
      Environment: { Variables: { LECTERN_INVITED: '{"Example":["@example.org","ada@example.com"]}' } },
    });
    template.hasResourceProperties(USER_POOL, { LambdaConfig: { PreSignUp: Match.absent() } });
  });

  it("is imported under its logical ID in the whole stack, as the only resource", () => {
    const adopted = templateOf("KVSWebRTCStack", "adoption").findResources(USER_POOL);
    const { LambdaConfig, UserPoolTags, ...kept } =
      Object.values(template.findResources(USER_POOL))[0]?.Properties ?? {};
    expect(Object.keys(adopted)).toEqual(Object.keys(template.findResources(USER_POOL)));
    expect(Object.values(adopted)[0]?.Properties).toEqual(kept);
    expect(Object.keys(templateOf("KVSWebRTCStack", "adoption").toJSON().Resources)).toHaveLength(1);
  });
});

describe("the app client", () => {
  it("has no secret, allows SRP and refresh only, tokens of one hour, and revocation", () => {
    template.hasResourceProperties(CLIENT, {
      GenerateSecret: false,
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      IdTokenValidity: 60,
      AccessTokenValidity: 60,
      RefreshTokenValidity: 30 * 24 * 60,
      TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "minutes" },
      EnableTokenRevocation: true,
      // Whoever has an access token may write no more than a page does.
      WriteAttributes: [...userPool.writableAttributes],
    });
    everything.hasResourceProperties(CLIENT, { WriteAttributes: [...userPool.writableAttributes, "phone_number"] });
  });

  it("does not rotate refresh tokens, which amazon-cognito-identity-js does not support", () => {
    for (const stack of [template, everything]) {
      stack.hasResourceProperties(CLIENT, {
        RefreshTokenRotation: Match.absent(),
        ExplicitAuthFlows: Match.arrayWith(["ALLOW_REFRESH_TOKEN_AUTH"]),
      });
    }
  });

  it("has OAuth off, or with other providers the code grant only, back to the speaker's page", () => {
    template.hasResourceProperties(CLIENT, {
      AllowedOAuthFlowsUserPoolClient: false,
      AllowedOAuthFlows: Match.absent(),
      SupportedIdentityProviders: ["COGNITO"],
    });
    everything.hasResourceProperties(CLIENT, {
      AllowedOAuthFlows: ["code"],
      // Those the speaker's page requests.
      AllowedOAuthScopes: ["openid", "email", "aws.cognito.signin.user.admin"],
      CallbackURLs: ["https://speak.example.org/"],
      LogoutURLs: ["https://speak.example.org/"],
    });
    everything.hasResourceProperties("AWS::Cognito::UserPoolIdentityProvider", {
      ProviderName: "Example",
      ProviderDetails: { client_secret: "{{resolve:secretsmanager:lectern/example:SecretString:::}}" },
    });
  });
});

describe("the Identity Pool", () => {
  it("is named after the environment, so that a list of pools tells whose it is", () => {
    template.hasResourceProperties("AWS::Cognito::IdentityPool", { IdentityPoolName: `lectern-${ENVIRONMENT}` });
  });

  it("allows guests and the classic flow, and asks the User Pool whether a token was revoked", () => {
    template.hasResourceProperties("AWS::Cognito::IdentityPool", {
      AllowUnauthenticatedIdentities: true,
      AllowClassicFlow: true,
      CognitoIdentityProviders: [{ ServerSideTokenCheck: true }],
    });
  });

  it("has no role mappings, which would rule out the classic flow", () => {
    template.hasResourceProperties("AWS::Cognito::IdentityPoolRoleAttachment", { RoleMappings: Match.absent() });
  });

  it("tags speakers with the claim that the trigger adds, by the provider's name without https://", () => {
    const [[pool] = []] = Object.entries(template.findResources(USER_POOL));
    template.hasResourceProperties("AWS::Cognito::IdentityPoolPrincipalTag", {
      IdentityProviderName: { "Fn::GetAtt": [pool, "ProviderName"] },
      PrincipalTags: { speaker: "speaker" },
      UseDefaults: false,
    });
  });
});

it("has what the pages need as outputs", () => {
  const outputs = Object.keys(template.toJSON().Outputs).filter((name) => !name.startsWith("ExportsOutput"));
  expect(outputs).toEqual(["CognitoUserPoolId", "CognitoClientId", "CognitoIdentityPoolId", "GuestRoleArn"]);
});
