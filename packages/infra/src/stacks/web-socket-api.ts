import { WEB_SOCKET_ROUTES, WEB_SOCKET_THROTTLE } from "@lectern/session-api/contract";
import { type CfnStage, WebSocketApi, WebSocketStage } from "aws-cdk-lib/aws-apigatewayv2";
import { WebSocketLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

export interface SessionWebSocketApi {
  api: WebSocketApi;
  stageName: string;
  /** Integrates every route with the function. A second step, because the function's environment contains the API's URL. */
  connect(handler: LambdaFunction): void;
}

export function createWebSocketApi(scope: Construct, environmentName: string): SessionWebSocketApi {
  const api = new WebSocketApi(scope, "WebSocketApi", { apiName: `lectern-${environmentName}-live` });
  const stageName = "live";
  const stage = new WebSocketStage(scope, "WebSocketStage", {
    webSocketApi: api,
    stageName,
    autoDeploy: true,
    throttle: WEB_SOCKET_THROTTLE,
  });
  const settings = stage.node.defaultChild as CfnStage;
  settings.defaultRouteSettings = {
    throttlingRateLimit: WEB_SOCKET_THROTTLE.rateLimit,
    throttlingBurstLimit: WEB_SOCKET_THROTTLE.burstLimit,
    // A host's first message contains a token, which must never be logged.
    dataTraceEnabled: false,
    loggingLevel: "OFF",
  };
  acknowledge(
    stage,
    "AwsSolutions-APIG1",
    "A WebSocket stage's log needs one role for the whole account, which is not this stack's to set; the function logs what fails.",
  );
  return {
    api,
    stageName,
    connect(handler) {
      for (const name of WEB_SOCKET_ROUTES) {
        const route = api.addRoute(name, {
          integration: new WebSocketLambdaIntegration(`Handler${name.slice(1)}`, handler),
        });
        acknowledge(
          route,
          "AwsSolutions-APIG4",
          "Listeners have no account, and a token would have to stand in the URL: the host's is in its first message.",
        );
      }
    },
  };
}
