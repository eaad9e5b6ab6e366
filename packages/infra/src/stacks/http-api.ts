import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { type CfnStage, CorsHttpMethod, HttpApi, HttpMethod, HttpStage } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IUserPool, IUserPoolClient } from "aws-cdk-lib/aws-cognito";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

const { GET, POST, PATCH, DELETE } = HttpMethod;

/** Design §4. What is not among them never reaches the function. */
const ROUTES: readonly { path: string; method: HttpMethod; signedIn: boolean }[] = [
  { path: "/sessions", method: POST, signedIn: true },
  { path: "/sessions", method: GET, signedIn: true },
  { path: "/sessions/{code}", method: GET, signedIn: false },
  { path: "/sessions/{code}", method: PATCH, signedIn: true },
  { path: "/sessions/{code}", method: DELETE, signedIn: true },
  { path: "/config", method: GET, signedIn: false },
  { path: "/health", method: GET, signedIn: false },
];

/** Requests a second: a hall that opens one link at once, and no more than a new account's ten functions can answer. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };

/** No address, no user, no path: a path holds a session's code, and listeners are nobody's business. */
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
    // Any origin, no credentials: tokens travel in a header, and the sites' addresses would close a circle of stacks.
    corsPreflight: {
      allowOrigins: ["*"],
      allowMethods: [CorsHttpMethod.DELETE, CorsHttpMethod.GET, CorsHttpMethod.PATCH, CorsHttpMethod.POST],
      allowHeaders: ["authorization", "content-type"],
      maxAge: Duration.minutes(10),
    },
  });
  const log = new LogGroup(scope, "HttpApiLog", {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const stage = new HttpStage(scope, "HttpStage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    throttle: THROTTLE,
  });
  (stage.node.defaultChild as CfnStage).accessLogSettings = { destinationArn: log.logGroupArn, format: ACCESS_LOG };

  const issuer = `https://cognito-idp.${Stack.of(scope).region}.amazonaws.com/${userPool.userPoolId}`;
  // It takes id tokens and access tokens alike; the handlers look at token_use.
  const authorizer = new HttpJwtAuthorizer("SpeakersOnly", issuer, { jwtAudience: [client.userPoolClientId] });
  const integration = new HttpLambdaIntegration("Handler", handler);
  for (const { path, method, signedIn } of ROUTES) {
    const [route] = api.addRoutes({ path, methods: [method], integration, ...(signedIn && { authorizer }) });
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
