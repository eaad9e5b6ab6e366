import { Duration, Stack } from "aws-cdk-lib";
import type { HttpApi, WebSocketApi } from "aws-cdk-lib/aws-apigatewayv2";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { Settings } from "../settings/settings.ts";

interface Monitored {
  environmentName: string;
  settings: Settings;
  functions: Record<"http" | "webSocket" | "reaper" | "trigger", LambdaFunction>;
  httpApi: HttpApi;
  webSocketApi: WebSocketApi;
}

const period = Duration.minutes(5);

/**
 * The sum of one metric over all functions. A function that did not run has no data, and a sum with a part that has none
 * has none either: it counts as 0. The label keeps metric IDs unique within a graph.
 */
function sumOf(
  functions: Monitored["functions"],
  label: string,
  metric: (one: LambdaFunction) => IMetric,
): MathExpression {
  const parts = Object.entries(functions).map(([name, one]) => [`${name}${label}`, metric(one)] as const);
  const expression = parts.map(([name]) => `FILL(${name}, 0)`).join(" + ");
  return new MathExpression({ label, period, expression, usingMetrics: Object.fromEntries(parts) });
}

/** Viewers that the speaker's page reported as not admitted: strangers on a channel (docs/operations.md). */
function refusedConnects(scope: Construct, environmentName: string, { logGroup }: LambdaFunction): Metric {
  const filter = new MetricFilter(scope, "NotAdmitted", {
    logGroup,
    filterPattern: FilterPattern.literal('"peer-gone" "not-admitted"'),
    metricNamespace: "Lectern",
    metricName: `RefusedConnects-${environmentName}`,
    metricValue: "1",
  });
  return filter.metric({ statistic: "Sum", period, label: "Refused connects" });
}

/**
 * Minutes of relaying, by channel: "'1' is emitted for each TURN allocation that is used to stream data through in a
 * minute" (KVS WebRTC, monitoring with CloudWatch). A search, because channels come and go; CloudWatch allows no alarm on one.
 */
const turnMinutes = (environmentName: string): IMetric =>
  new MathExpression({
    label: "",
    period,
    expression: `SEARCH('{AWS/KinesisVideo,SignalingChannelName} MetricName="TURNConnectedMinutes" lectern ${environmentName}', 'Sum')`,
    usingMetrics: {},
  });

type WatchedMetric = readonly [id: string, metric: IMetric, threshold: number, says: string];

/** What this month's text messages have cost the account in this region. */
function textMessages({ sms }: Settings): WatchedMetric[] {
  if (sms === undefined) return [];
  const spent = new Metric({
    namespace: "AWS/SNS",
    metricName: "SMSMonthToDateSpentUSD",
    statistic: "Maximum",
    period: Duration.hours(1),
  });
  return [["TextMessages", spent, sms.monthlyUsd, "This month's text messages cost as much as the settings expect."]];
}

/** Alarms, a budget and a dashboard. Alarms and budget send e-mail to the settings' `alarmEmail`. */
export function addMonitoring(
  scope: Construct,
  { environmentName, settings, functions, httpApi, webSocketApi }: Monitored,
): void {
  const errors = sumOf(functions, "Errors", (one) => one.metricErrors({ period }));
  const throttles = sumOf(functions, "Throttles", (one) => one.metricThrottles({ period }));
  const serverErrors = httpApi.metricServerError({ period, label: "HTTP 5xx" });
  const refused = refusedConnects(scope, environmentName, functions.webSocket);
  const alarms: readonly WatchedMetric[] = [
    ["FunctionErrors", errors, 5, "Functions fail: look for “unforeseen” in their logs."],
    ["FunctionThrottles", throttles, 1, "Lambda refuses invocations: raise the account's concurrent executions."],
    ["HttpServerErrors", serverErrors, 5, "The HTTP API answers 5xx."],
    ["RefusedConnects", refused, 20, "Strangers connect to channels; a talk may run out of places."],
    ...textMessages(settings),
  ];
  const topic = topicOf(scope, settings);
  for (const [id, metric, threshold, alarmDescription] of alarms) {
    const alarm = new Alarm(scope, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (topic) alarm.addAlarmAction(new SnsAction(topic));
  }
  addBudget(scope, settings);

  const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 8 });
  new Dashboard(scope, "Dashboard", {
    // Dashboards are the account's, not the region's.
    dashboardName: `lectern-${environmentName}-${Stack.of(scope).region}`,
    widgets: [
      [
        graph("Failures", errors, throttles, serverErrors),
        graph("Refused connects", refused),
        graph("TURN minutes", turnMinutes(environmentName)),
      ],
      [
        graph("HTTP requests", httpApi.metricCount({ period })),
        graph("WebSocket messages", webSocketApi.metric("MessageCount", { period, statistic: "Sum" })),
        graph("How long functions take", ...Object.values(functions).map((one) => one.metricDuration({ period }))),
      ],
    ],
  });
}

function topicOf(scope: Construct, { alarmEmail }: Settings): Topic | undefined {
  if (alarmEmail === undefined) return undefined;
  const topic = new Topic(scope, "Alarms", { enforceSSL: true });
  // A topic with a policy has no other: without this, a denial of what comes without TLS would be all there is.
  const { account, region, partition } = Stack.of(scope);
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: "AlarmsPublish",
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { "aws:SourceAccount": account },
        ArnLike: { "aws:SourceArn": `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
      },
    }),
  );
  topic.addSubscription(new EmailSubscription(alarmEmail));
  return topic;
}

function addBudget(scope: Construct, { alarmEmail, monthlyBudgetUsd }: Settings): void {
  if (alarmEmail === undefined || monthlyBudgetUsd === undefined) return;
  const notify = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
    notification: { notificationType, comparisonOperator: "GREATER_THAN", threshold },
    subscribers: [{ subscriptionType: "EMAIL", address: alarmEmail }],
  });
  new CfnBudget(scope, "Budget", {
    budget: {
      budgetType: "COST",
      timeUnit: "MONTHLY",
      budgetLimit: { amount: monthlyBudgetUsd, unit: "USD" },
    },
    notificationsWithSubscribers: [notify("ACTUAL", 80), notify("FORECASTED", 100)],
  });
}
