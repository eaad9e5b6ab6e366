import { tableDefinition } from "@lectern/session-api/handlers";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { resolve } from "../testing/resolve.ts";
import { ENVIRONMENT, templateOf } from "../testing/templates.ts";

const template = templateOf("SessionStack");
const everything = templateOf("SessionStack", "everything");
const FUNCTION = "AWS::Lambda::Function";
const functions = () =>
  [template, templateOf("KVSWebRTCStack")].flatMap((stack) => Object.values(stack.findResources(FUNCTION)));

describe("the functions", () => {
  it("are four, on the same runtime and processor, with nothing reserved", () => {
    expect(functions()).toHaveLength(4);
    for (const { Properties } of functions()) {
      expect(Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"], Handler: "index.handler" });
      // A new account may run ten at once in all; reserving one of them fails.
      expect(Properties).not.toHaveProperty("ReservedConcurrentExecutions");
    }
  });

  it("forget their logs after a month", () => {
    for (const stack of [template, templateOf("KVSWebRTCStack")]) {
      stack.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: 30 });
    }
    for (const { Properties } of functions()) expect(Properties.LoggingConfig.LogGroup).toBeDefined();
  });

  it("are told what GET /config answers", () => {
    const config = (stack: typeof template) =>
      JSON.parse(
        resolve(
          Object.values(stack.findResources(FUNCTION)).find(({ Properties }) => Properties.Environment)?.Properties
            .Environment.Variables.LECTERN_CONFIG,
          [],
        ),
      );
    expect(config(template)).toMatchObject({ signUp: "closed", providers: [], passwordPolicy: { minimumLength: 12 } });
    expect(config(everything)).toMatchObject({
      signUp: "open",
      providers: ["Example"],
      managedLoginUrl: expect.stringMatching(/^https:\/\/[a-z0-9-]+\.auth\.us-east-1\.amazoncognito\.com$/),
      passwordPolicy: { minimumLength: 16 },
    });
  });

  it("reap once a minute, and never try again what the next minute does anyway", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      ScheduleExpression: "rate(1 minute)",
      Targets: [{ RetryPolicy: { MaximumRetryAttempts: 0 } }],
    });
  });
});

describe("the table", () => {
  it("has the keys the handlers know", () => {
    const { KeySchema, AttributeDefinitions, BillingMode } = tableDefinition("any");
    template.hasResourceProperties("AWS::DynamoDB::Table", { KeySchema, AttributeDefinitions, BillingMode });
  });

  it("cleans up by ttl, can be brought back to any minute, and is kept when a change would replace it", () => {
    template.hasResource("AWS::DynamoDB::Table", {
      Properties: {
        TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
      UpdateReplacePolicy: "Retain",
    });
  });
});

describe("the HTTP API", () => {
  it("lets only signed-in speakers through, except to read a session, the configuration and the health", () => {
    const routes = Object.values(template.findResources("AWS::ApiGatewayV2::Route")).map(
      ({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType] as const,
    );
    expect(Object.fromEntries(routes.filter(([key]) => !key.startsWith("$")))).toEqual({
      "POST /sessions": "JWT",
      "GET /sessions": "JWT",
      "GET /sessions/{code}": "NONE",
      "PATCH /sessions/{code}": "JWT",
      "DELETE /sessions/{code}": "JWT",
      "GET /config": "NONE",
      "GET /health": "NONE",
    });
  });

  it("verifies tokens of this User Pool and this client", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
      AuthorizerType: "JWT",
      IdentitySource: ["$request.header.Authorization"],
      JwtConfiguration: { Audience: [Match.anyValue()], Issuer: Match.anyValue() },
    });
  });

  it("answers any origin, without credentials", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Api", {
      ProtocolType: "HTTP",
      CorsConfiguration: {
        AllowOrigins: ["*"],
        AllowCredentials: Match.absent(),
        AllowHeaders: ["authorization", "content-type"],
        AllowMethods: ["DELETE", "GET", "PATCH", "POST"],
      },
    });
  });

  it("is throttled, and its log knows no address, path or user", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      StageName: "$default",
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    });
    const stages = Object.values(template.findResources("AWS::ApiGatewayV2::Stage"));
    const logged = stages.flatMap(({ Properties }) => Properties.AccessLogSettings?.Format ?? []);
    expect(logged).toHaveLength(1);
    expect(logged[0]).not.toMatch(/sourceIp|userAgent|authorizer|identity|path/i);
  });
});

it("never logs what WebSocket messages say, and throttles them", () => {
  template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
    StageName: "live",
    DefaultRouteSettings: {
      DataTraceEnabled: false,
      LoggingLevel: "OFF",
      ThrottlingRateLimit: 300,
      ThrottlingBurstLimit: 600,
    },
  });
  const keys = Object.values(template.findResources("AWS::ApiGatewayV2::Route")).map(
    ({ Properties }) => Properties.RouteKey,
  );
  expect(keys).toEqual(expect.arrayContaining(["$connect", "$disconnect", "$default"]));
  // One role for the whole account is not one environment's to set.
  template.resourceCountIs("AWS::ApiGateway::Account", 0);
});

describe("what watches", () => {
  it("is a handful of alarms and one dashboard, which mail nobody unless told whom", () => {
    template.resourceCountIs("AWS::CloudWatch::Alarm", 4);
    template.resourceCountIs("AWS::CloudWatch::Dashboard", 1);
    template.resourceCountIs("AWS::SNS::Topic", 0);
    template.resourceCountIs("AWS::Budgets::Budget", 0);
    everything.hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email", Endpoint: "operator@example.org" });
    everything.hasResourceProperties("AWS::Budgets::Budget", {
      Budget: { BudgetLimit: { Amount: 50, Unit: "USD" }, TimeUnit: "MONTHLY" },
    });
  });

  it("shows the relaying of this environment's channels, each apart", () => {
    const [dashboard] = Object.values(template.findResources("AWS::CloudWatch::Dashboard"));
    const body = JSON.stringify(dashboard?.Properties.DashboardBody);
    expect(body).toContain("AWS/KinesisVideo,SignalingChannelName");
    expect(body).toMatch(new RegExp(`TURNConnectedMinutes.* lectern ${ENVIRONMENT}'`));
  });

  it("counts viewers the speaker's page did not admit, in this environment's own metric", () => {
    template.hasResourceProperties("AWS::Logs::MetricFilter", {
      FilterPattern: '"peer-gone" "not-admitted"',
      MetricTransformations: [{ MetricName: `RefusedConnects-${ENVIRONMENT}` }],
    });
  });
});
