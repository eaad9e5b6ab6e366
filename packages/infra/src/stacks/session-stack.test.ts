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
  it("are four, on one runtime and architecture, without reserved concurrency", () => {
    expect(functions()).toHaveLength(4);
    for (const { Properties } of functions()) {
      expect(Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"], Handler: "index.handler" });
      // A new account may have a concurrency of 10, and AWS refuses to reserve any of it.
      expect(Properties).not.toHaveProperty("ReservedConcurrentExecutions");
    }
  });

  it("keep logs for a month", () => {
    for (const stack of [template, templateOf("KVSWebRTCStack")]) {
      stack.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: 30 });
    }
    for (const { Properties } of functions()) expect(Properties.LoggingConfig.LogGroup).toBeDefined();
  });

  it("get in their environment what GET /config answers", () => {
    const config = (stack: typeof template) =>
      JSON.parse(
        resolve(
          Object.values(stack.findResources(FUNCTION)).find(({ Properties }) => Properties.Environment)?.Properties
            .Environment.Variables.LECTERN_CONFIG,
          [],
        ),
      );
    expect(config(template)).toMatchObject({
      signUp: "closed",
      sms: false,
      providers: [],
      passwordPolicy: { minimumLength: 12 },
    });
    expect(config(everything)).toMatchObject({
      signUp: "open",
      sms: true,
      providers: ["Example"],
      managedLoginUrl: expect.stringMatching(/^https:\/\/[a-z0-9-]+\.auth\.us-east-1\.amazoncognito\.com$/),
      passwordPolicy: { minimumLength: 16 },
    });
  });

  it("run the reaper once a minute, without retries", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      ScheduleExpression: "rate(1 minute)",
      Targets: [{ RetryPolicy: { MaximumRetryAttempts: 0 } }],
    });
  });
});

describe("the table", () => {
  it("has the keys the handlers use", () => {
    const { KeySchema, AttributeDefinitions, BillingMode } = tableDefinition("any");
    template.hasResourceProperties("AWS::DynamoDB::Table", { KeySchema, AttributeDefinitions, BillingMode });
  });

  it("has TTL and point-in-time recovery, and is kept when a change would replace it", () => {
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

  it("is throttled, and logs no address, path or user", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      StageName: "$default",
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    });
    const stages = Object.values(template.findResources("AWS::ApiGatewayV2::Stage"));
    const logged = stages.flatMap(({ Properties }) => Properties.AccessLogSettings?.Format ?? []);
    expect(logged).toHaveLength(1);
    // Else each API of the account would need a line in one policy of 5,120 characters.
    template.hasResourceProperties("AWS::Logs::LogGroup", {
      LogGroupName: `/aws/vendedlogs/lectern-${ENVIRONMENT}-http-api`,
    });
    expect(logged[0]).not.toMatch(/sourceIp|userAgent|authorizer|identity|path/i);
  });
});

it("throttles WebSocket messages, and never logs them", () => {
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
  // That would set the account's one role for logs, which other APIs use as well.
  template.resourceCountIs("AWS::ApiGateway::Account", 0);
});

describe("the monitoring", () => {
  it("has four alarms and a dashboard, and sends e-mail only to an address in the settings", () => {
    template.resourceCountIs("AWS::CloudWatch::Alarm", 4);
    template.resourceCountIs("AWS::CloudWatch::Dashboard", 1);
    template.resourceCountIs("AWS::SNS::Topic", 0);
    template.resourceCountIs("AWS::Budgets::Budget", 0);
    everything.hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email", Endpoint: "operator@example.org" });
    everything.hasResourceProperties("AWS::Budgets::Budget", {
      Budget: { BudgetLimit: { Amount: 50, Unit: "USD" }, TimeUnit: "MONTHLY" },
    });
  });

  it("tells when a month's text messages cost as much as the settings expect", () => {
    everything.hasResourceProperties("AWS::CloudWatch::Alarm", {
      Namespace: "AWS/SNS",
      MetricName: "SMSMonthToDateSpentUSD",
      Threshold: 20,
    });
  });

  it("lets CloudWatch publish its alarms: the topic has no other policy than its own", () => {
    everything.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: "Allow",
            Action: "sns:Publish",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Condition: Match.objectLike({ StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } }),
          }),
        ]),
      },
    });
  });

  it("counts a function that did not run as 0 in its sums, which would have no data otherwise", () => {
    const metrics = Object.values(template.findResources("AWS::CloudWatch::Alarm")).flatMap(
      ({ Properties }) => Properties.Metrics ?? [],
    );
    const expressions = metrics.flatMap(({ Expression }) => Expression ?? []);
    expect(expressions).toHaveLength(2);
    for (const expression of expressions) {
      expect(expression).toMatch(/^(FILL\(\w+, 0\)( \+ |$)){4}$/);
    }
  });

  it("names its dashboard after environment and region: dashboards are the account's", () => {
    const [dashboard] = Object.values(template.findResources("AWS::CloudWatch::Dashboard"));
    expect(resolve(dashboard?.Properties.DashboardName, [])).toBe(`lectern-${ENVIRONMENT}-us-east-1`);
  });

  it("shows TURN minutes for each channel of this environment", () => {
    const [dashboard] = Object.values(template.findResources("AWS::CloudWatch::Dashboard"));
    const body = JSON.stringify(dashboard?.Properties.DashboardBody);
    expect(body).toContain("AWS/KinesisVideo,SignalingChannelName");
    expect(body).toMatch(new RegExp(`TURNConnectedMinutes.* lectern ${ENVIRONMENT}'`));
  });

  it("counts viewers that the speaker's page did not admit, in a metric of this environment", () => {
    template.hasResourceProperties("AWS::Logs::MetricFilter", {
      FilterPattern: '"peer-gone" "not-admitted"',
      MetricTransformations: [{ MetricName: `RefusedConnects-${ENVIRONMENT}` }],
    });
  });
});
