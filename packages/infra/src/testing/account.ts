import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { TestStand } from "@lectern/local-aws/testing";

/** What the commands find in an account beside what local-aws plays. */
interface AccountState {
  /** CloudFormation's stacks by name, each with its outputs. */
  stacks: Map<string, Record<string, string>>;
  /** User Pools by ID, each with its name. */
  userPools: Map<string, string>;
  concurrency: number;
  /** Applied quotas by code; one that is not there cannot be read. */
  quotas: Map<string, number>;
  /** Keys in every bucket. */
  objects: string[];
  /** Every request that changed something, in order. */
  changes: string[];
}

export interface TestAccount extends AccountState {
  /** For a command's process: credentials, region, and AWS's address. */
  environment: Record<string, string>;
  close(): Promise<void>;
}

class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const xml = (action: string, result: string): string =>
  `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`;

function cloudFormation({ stacks, changes }: AccountState, form: URLSearchParams): string {
  const action = form.get("Action") ?? "";
  const name = form.get("StackName") ?? "";
  const outputs = stacks.get(name);
  if (outputs === undefined) throw new Refused("ValidationError", `Stack with id ${name} does not exist`);
  switch (action) {
    case "DescribeStacks": {
      const members = Object.entries(outputs).map(
        ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
      );
      return `<Stacks><member><StackName>${name}</StackName><StackId>${name}</StackId><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${members.join("")}</Outputs></member></Stacks>`;
    }
    case "DeleteStack":
      changes.push(`DeleteStack ${name}`);
      stacks.delete(name);
      return "";
    default:
      throw new Refused("AccessDenied", `${action} is not for this account.`);
  }
}

function securityTokens(form: URLSearchParams): string {
  if (form.get("Action") !== "GetCallerIdentity")
    throw new Refused("AccessDenied", "The roles of the CDK are not here.");
  return "<Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/operator</Arn><UserId>operator</UserId>";
}

function json(state: AccountState, operation: string, body: Record<string, string>): object {
  switch (operation) {
    case "ListUserPools":
      return { UserPools: [...state.userPools].map(([Id, Name]) => ({ Id, Name })) };
    case "GetServiceQuota": {
      const Value = state.quotas.get(body.QuotaCode ?? "");
      if (Value === undefined) throw new Refused("NoSuchResourceException", "There is no such quota.");
      return { Quota: { QuotaCode: body.QuotaCode, Value } };
    }
    default:
      throw new Refused("AccessDeniedException", `${operation} is not for this account.`);
  }
}

function bucket(state: AccountState, { method, url = "" }: IncomingMessage): string {
  const name = url.split(/[/?]/)[1];
  if (method === "GET") {
    const contents = state.objects.map((key) => `<Contents><Key>${key}</Key></Contents>`);
    return `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join("")}</ListBucketResult>`;
  }
  state.changes.push(`empty ${name}`);
  return "<DeleteResult></DeleteResult>";
}

/** Hands a request on as it came, so that its signature stays good. */
function pass(incoming: IncomingMessage, body: string, answer: ServerResponse, to: string): void {
  const { method, headers, url } = incoming;
  const onward = request(`${to}${url}`, { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 500, response.headers);
    response.pipe(answer);
  });
  onward.end(body);
}

/** An account in front of a local-aws: what local-aws has no part in is played here, the rest is handed on to it. */
export async function startTestAccount({ localAws, operator }: TestStand): Promise<TestAccount> {
  const state: AccountState = {
    stacks: new Map(),
    userPools: new Map(),
    concurrency: 1000,
    quotas: new Map(),
    objects: [],
    changes: [],
  };
  const server = createServer(async (incoming, answer) => {
    const body = await text(incoming);
    const { authorization = "", "x-amz-target": target = "" } = incoming.headers;
    const [, service] = /\/([a-z0-9-]+)\/aws4_request/.exec(authorization) ?? [];
    const form = new URLSearchParams(body);
    const action = form.get("Action") ?? "";
    try {
      switch (service) {
        case "cloudformation":
          return answer.end(xml(action, cloudFormation(state, form)));
        case "sts":
          return answer.end(xml(action, securityTokens(form)));
        case "cognito-idp":
        case "servicequotas":
        case "ssm":
          return answer.end(JSON.stringify(json(state, String(target).split(".").at(-1) ?? "", JSON.parse(body))));
        case "s3":
          return answer.end(bucket(state, incoming));
        case "lambda":
          if (incoming.method === "POST") return pass(incoming, body, answer, localAws.url);
          return answer.end(JSON.stringify({ AccountLimit: { ConcurrentExecutions: state.concurrency } }));
        default: {
          const path = incoming.url ?? "";
          if (/delete|create|update/i.test(path + target)) state.changes.push(`${service} ${target || path}`);
          return pass(incoming, body, answer, localAws.url);
        }
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code, message } = error;
      answer.writeHead(400, { "x-amzn-errortype": code });
      answer.end(
        target
          ? JSON.stringify({ __type: code, message })
          : `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: operator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: operator.secretAccessKey,
      AWS_SESSION_TOKEN: operator.sessionToken,
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
