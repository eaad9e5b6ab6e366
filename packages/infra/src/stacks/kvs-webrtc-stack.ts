import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import {
  CfnIdentityPool,
  CfnIdentityPoolPrincipalTag,
  CfnIdentityPoolRoleAttachment,
  type UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from "aws-cdk-lib/aws-cognito";
import { CfnRole } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { identityPoolName } from "../names.ts";
import { guestRole, identityPool, lambdaTrust, speakerRole } from "../policies/index.ts";
import { invitedIn, type Settings } from "../settings/settings.ts";
import { acknowledge } from "./acknowledge.ts";
import { createFunction } from "./function.ts";
import { addOutputs } from "./outputs.ts";
import { createRole } from "./role.ts";
import { addClient, createUserPool } from "./user-pool.ts";

interface KVSWebRTCStackProps extends StackProps {
  environmentName: string;
  settings: Settings;
  /** URL of the speaker's page. Known before the deployment only with a custom domain. */
  speakerUrl?: string;
}

/** User Pool, Identity Pool, and the roles of speakers and guests (design §1.2). */
export class KVSWebRTCStack extends Stack {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  readonly trigger: LambdaFunction;

  constructor(scope: Construct, id: string, { environmentName, settings, speakerUrl, ...props }: KVSWebRTCStackProps) {
    super(scope, id, props);
    this.userPool = createUserPool(this, environmentName, settings);
    this.trigger = createFunction(this, "PreTokenGeneration", {
      name: "pre-token-generation",
      role: new CfnRole(this, "PreTokenGenerationRole", { assumeRolePolicyDocument: lambdaTrust }),
      // Cognito waits no longer.
      timeout: Duration.seconds(5),
    });
    this.userPool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION, this.trigger);
    this.addInvitations(settings);
    if (settings.email) this.addWarning();
    this.client = addClient(this.userPool, settings, speakerUrl);
    const identityPoolId = this.createIdentityPool(environmentName).ref;

    const where = { region: this.region, account: this.account, environmentName, identityPoolId };
    const speaker = createRole(this, "SpeakerRole", speakerRole(where));
    const guest = createRole(this, "GuestRole", guestRole(where));
    new CfnIdentityPoolRoleAttachment(this, "Roles", {
      identityPoolId,
      roles: { authenticated: speaker.attrArn, unauthenticated: guest.attrArn },
    });

    addOutputs(this, {
      CognitoUserPoolId: this.userPool.userPoolId,
      CognitoClientId: this.client.userPoolClientId,
      CognitoIdentityPoolId: identityPoolId,
      GuestRoleArn: guest.attrArn,
    });
  }

  /** Keeps out whom other providers would bring in. */
  private addInvitations(settings: Settings): void {
    if (!settings.managedLogin?.providers.some(({ allow }) => allow)) return;
    const trigger = createFunction(this, "PreSignUp", {
      name: "pre-sign-up",
      role: new CfnRole(this, "PreSignUpRole", { assumeRolePolicyDocument: lambdaTrust }),
      // Cognito waits no longer.
      timeout: Duration.seconds(5),
      environment: { LECTERN_INVITED: invitedIn(settings) },
    });
    this.userPool.addTrigger(UserPoolOperation.PRE_SIGN_UP, trigger);
  }

  /** Tells the old address of another one. Only a pool that sends by SES lets a trigger choose the words. */
  private addWarning(): void {
    const trigger = createFunction(this, "CustomMessage", {
      name: "custom-message",
      role: new CfnRole(this, "CustomMessageRole", { assumeRolePolicyDocument: lambdaTrust }),
      // Cognito waits no longer.
      timeout: Duration.seconds(5),
      // It ends in a UUID, which nobody outside the account knows.
      environment: { LECTERN_WARNING_WORD: this.stackId },
    });
    this.userPool.addTrigger(UserPoolOperation.CUSTOM_MESSAGE, trigger);
  }

  private createIdentityPool(environmentName: string): CfnIdentityPool {
    const { userPoolProviderName: provider } = this.userPool;
    const { allowUnauthenticatedIdentities, allowClassicFlow, serverSideTokenCheck, principalTags } = identityPool;
    const pool = new CfnIdentityPool(this, "IdentityPool", {
      identityPoolName: identityPoolName(environmentName),
      allowUnauthenticatedIdentities,
      allowClassicFlow,
      cognitoIdentityProviders: [
        { clientId: this.client.userPoolClientId, providerName: provider, serverSideTokenCheck },
      ],
    });
    acknowledge(
      pool,
      "AwsSolutions-COG7",
      "Listeners are guests; their role allows two actions (docs/decisions/0001).",
    );
    new CfnIdentityPoolPrincipalTag(this, "SpeakerTag", {
      identityPoolId: pool.ref,
      identityProviderName: provider,
      principalTags,
      useDefaults: false,
    });
    return pool;
  }
}
