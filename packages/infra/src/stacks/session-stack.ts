import type { ConfigResponse } from "@lectern/session-api/contract";
import { TTL_ATTRIBUTE } from "@lectern/session-api/handlers";
import { CfnDeletionPolicy, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import type { IUserPool, IUserPoolClient } from "aws-cdk-lib/aws-cognito";
import { AttributeType, BillingMode, type CfnTable, Table } from "aws-cdk-lib/aws-dynamodb";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as Invoke } from "aws-cdk-lib/aws-events-targets";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { FunctionVariables } from "../functions/environment.ts";
import { userPool as deployed, handlersRole } from "../policies/index.ts";
import type { Settings } from "../settings/settings.ts";
import { createFunction } from "./function.ts";
import { createHttpApi } from "./http-api.ts";
import { addMonitoring } from "./monitoring.ts";
import { addOutputs } from "./outputs.ts";
import { createRole } from "./role.ts";
import { createWebSocketApi } from "./web-socket-api.ts";

interface SessionStackProps extends StackProps {
  environmentName: string;
  settings: Settings;
  version: string;
  userPool: IUserPool;
  client: IUserPoolClient;
  /** The User Pool's, monitored with the session API's own functions. */
  trigger: LambdaFunction;
}

/** The session API: one table, an HTTP API, a WebSocket API, the functions behind them, and their monitoring. */
export class SessionStack extends Stack {
  /** `xxx.execute-api.REGION.amazonaws.com` */
  readonly httpApiHost: string;
  readonly webSocketApiHost: string;

  constructor(scope: Construct, id: string, props: SessionStackProps) {
    super(scope, id, props);
    const { environmentName, settings, userPool, client, trigger } = props;
    const table = this.createTable();
    const webSocketApi = createWebSocketApi(this, environmentName);
    const hostOf = (apiId: string) => `${apiId}.execute-api.${this.region}.amazonaws.com`;
    this.webSocketApiHost = hostOf(webSocketApi.api.apiId);

    const role = createRole(
      this,
      "HandlersRole",
      handlersRole({
        region: this.region,
        account: this.account,
        environmentName,
        tableArn: table.tableArn,
        webSocketApiArn: `arn:aws:execute-api:${this.region}:${this.account}:${webSocketApi.api.apiId}`,
      }),
    );
    const environment: FunctionVariables = {
      LECTERN_ENVIRONMENT: environmentName,
      LECTERN_TABLE: table.tableName,
      LECTERN_USER_POOL_ID: userPool.userPoolId,
      LECTERN_CLIENT_ID: client.userPoolClientId,
      LECTERN_WEB_SOCKET_ENDPOINT: `https://${this.webSocketApiHost}/${webSocketApi.stageName}`,
      LECTERN_VERSION: props.version,
      LECTERN_CONFIG: configOf(settings, this.region),
    };
    const shared = { role, environment };
    // API Gateway waits no longer.
    const timeout = Duration.seconds(29);
    const http = createFunction(this, "Http", { ...shared, name: "http", timeout });
    const webSocket = createFunction(this, "WebSocket", { ...shared, name: "web-socket", timeout });
    const reaper = createFunction(this, "Reaper", { ...shared, name: "reaper", timeout: Duration.minutes(1) });
    new Rule(this, "EveryMinute", {
      schedule: Schedule.rate(Duration.minutes(1)),
      // It runs again in a minute anyway.
      targets: [new Invoke(reaper, { retryAttempts: 0 })],
    });

    webSocketApi.connect(webSocket);
    const httpApi = createHttpApi(this, { environmentName, handler: http, userPool, client });
    this.httpApiHost = hostOf(httpApi.apiId);
    addMonitoring(this, {
      environmentName,
      settings,
      functions: { http, webSocket, reaper, trigger },
      httpApi,
      webSocketApi: webSocketApi.api,
    });

    addOutputs(this, {
      HttpApiUrl: `https://${this.httpApiHost}`,
      WebSocketUrl: `wss://${this.webSocketApiHost}/${webSocketApi.stageName}`,
      TableName: table.tableName,
      ReaperName: reaper.functionName,
    });
  }

  /** Its keys are those of session-api's `tableDefinition`; a test compares them. */
  private createTable(): Table {
    const table = new Table(this, "Table", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: TTL_ATTRIBUTE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // If a change replaces the table, the old one stays, so that links people have printed can be copied over.
    (table.node.defaultChild as CfnTable).cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
    return table;
  }
}

/** What `GET /config` answers, version and time excepted. It describes the User Pool of user-pool.ts. */
function configOf({ signUp, passwordLength, managedLogin, sms }: Settings, region: string): string {
  const config: Omit<ConfigResponse, "version" | "serverTime"> = {
    signUp,
    passwordPolicy: { minimumLength: passwordLength, ...deployed.passwordCharacters },
    providers: (managedLogin?.providers ?? []).map(({ name }) => name),
    ...(managedLogin && { managedLoginUrl: `https://${managedLogin.domainPrefix}.auth.${region}.amazoncognito.com` }),
    secondFactor: deployed.secondFactor,
    sms: sms !== undefined,
  };
  return JSON.stringify(config);
}
