import { HTTP_CORS, HTTP_ROUTES, HTTP_THROTTLE } from "@lectern/session-api/contract";
import { Duration, Stack } from "aws-cdk-lib";
import { type CfnStage, CorsHttpMethod, HttpApi, HttpMethod, HttpStage } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IUserPool, IUserPoolClient } from "aws-cdk-lib/aws-cognito";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { createLog } from "./function.ts";

/** No address, no user and no path, to keep listeners anonymous: a path contains a session's code. */
const ACCESS_LOG = JSON.stringify({
  at: "$context.requestTimeEpoch",
  requestId: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  error: "$context.error.message",
  integrationError: "$context.integrationErrorMessage",
});

interface Options {
  environmentName: string;
  handler: LambdaFunction;
  userPool: IUserPool;
  client: IUserPoolClient;
}

export function createHttpApi(scope: Construct, { environmentName, handler, userPool, client }: Options): HttpApi {
  const api = new HttpApi(scope, "HttpApi", {
    apiName: `lectern-${environmentName}`,
    createDefaultStage: false,
    corsPreflight: {
      allowOrigins: [...HTTP_CORS.allowOrigins],
      allowMethods: HTTP_CORS.allowMethods.map((method) => CorsHttpMethod[method]),
      allowHeaders: [...HTTP_CORS.allowHeaders],
      maxAge: Duration.seconds(HTTP_CORS.maxAgeSeconds),
    },
  });
  // API Gateway enters other log groups one by one in a policy of the account, which may have 5,120 characters.
  const log = createLog(scope, "HttpApiLog", `/aws/vendedlogs/lectern-${environmentName}-http-api`);
  const stage = new HttpStage(scope, "HttpStage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    throttle: HTTP_THROTTLE,
  });
  (stage.node.defaultChild as CfnStage).accessLogSettings = { destinationArn: log.logGroupArn, format: ACCESS_LOG };

  const issuer = `https://cognito-idp.${Stack.of(scope).region}.amazonaws.com/${userPool.userPoolId}`;
  // It accepts ID tokens as well as access tokens; the handlers check token_use.
  const authorizer = new HttpJwtAuthorizer("SpeakersOnly", issuer, { jwtAudience: [client.userPoolClientId] });
  const integration = new HttpLambdaIntegration("Handler", handler);
  for (const { path, method, signedIn } of Object.values(HTTP_ROUTES)) {
    const methods = [HttpMethod[method]];
    const [route] = api.addRoutes({ path, methods, integration, ...(signedIn && { authorizer }) });
    if (!signedIn && route) {
      acknowledge(
        route,
        "AwsSolutions-APIG4",
        "Listeners have no account: what they ask here is public (docs/security.md).",
      );
    }
  }
  return api;
}
