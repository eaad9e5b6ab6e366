import * as v from "valibot";
import { regionOf } from "./identifiers.ts";
import { isVariable, type Variable, variables } from "./variables.ts";

/** What the speaker's page is built with. URLs carry no trailing "/". */
export interface Configuration {
  webSocketUrl: string;
  httpApiUrl: string;
  region: string;
  /** Half of what the token vault's key is derived from; public (design §3). */
  encryptionKey: string;
  userPoolId: string;
  clientId: string;
  identityPoolId: string;
  guestRoleArn: string;
  /** What listeners' links begin with. */
  listenerUrl: string;
  /** On a laptop: cognito-idp, cognito-identity and sts are all at this one URL. */
  awsEndpoint?: string;
}

/** What the listener's page is built with: nobody signs in there. */
export type ListenerConfiguration = Pick<
  Configuration,
  "webSocketUrl" | "httpApiUrl" | "region" | "identityPoolId" | "guestRoleArn" | "awsEndpoint"
>;

/** One variable that is missing or wrong, in words for whoever deploys Lectern; `explanations` tell what a right one is. */
export interface ConfigurationProblem {
  variable: Variable;
  /** What is wrong with the value given. */
  problem: string;
}

/** @typeParam C - {@link Configuration} or {@link ListenerConfiguration} */
export type ConfigurationResult<C> =
  | { ok: true; configuration: C }
  | { ok: false; problems: readonly ConfigurationProblem[] };

const listenerEntries = {
  VITE_WEBSOCKET_URL: variables.VITE_WEBSOCKET_URL,
  VITE_HTTP_API_URL: variables.VITE_HTTP_API_URL,
  VITE_AWS_REGION: variables.VITE_AWS_REGION,
  VITE_COGNITO_IDENTITY_POOL_ID: variables.VITE_COGNITO_IDENTITY_POOL_ID,
  VITE_GUEST_ROLE_ARN: variables.VITE_GUEST_ROLE_ARN,
  VITE_AWS_ENDPOINT: variables.VITE_AWS_ENDPOINT,
};
const speakerEntries = {
  ...listenerEntries,
  VITE_ENCRYPTION_KEY: variables.VITE_ENCRYPTION_KEY,
  VITE_COGNITO_USER_POOL_ID: variables.VITE_COGNITO_USER_POOL_ID,
  VITE_COGNITO_CLIENT_ID: variables.VITE_COGNITO_CLIENT_ID,
  VITE_LISTENER_URL: variables.VITE_LISTENER_URL,
};
const listenerSchema = v.object(listenerEntries);
const speakerSchema = v.object(speakerEntries);

/**
 * Checks what the page was built with and lists everything wrong at once, so that all can be corrected together.
 *
 * @param env - `import.meta.env`, or any record; blank values count as missing, surrounding blanks are dropped
 * @param page - the listener's page needs no User Pool, encryption key or listener URL
 */
export function parseConfiguration(
  env: Readonly<Record<string, unknown>>,
  page: "speaker",
): ConfigurationResult<Configuration>;
export function parseConfiguration(
  env: Readonly<Record<string, unknown>>,
  page: "listener",
): ConfigurationResult<ListenerConfiguration>;
export function parseConfiguration(
  env: Readonly<Record<string, unknown>>,
  page: "speaker" | "listener",
): ConfigurationResult<Configuration | ListenerConfiguration> {
  const given = Object.fromEntries(
    Object.keys(page === "speaker" ? speakerEntries : listenerEntries).map((name) => [name, textOf(env[name])]),
  );
  if (page === "listener") {
    const result = v.safeParse(listenerSchema, given);
    const problems = [...problemsOf(result.issues), ...regionProblems(given, result.issues)];
    return result.success && problems.length === 0
      ? { ok: true, configuration: common(result.output) }
      : { ok: false, problems };
  }
  const result = v.safeParse(speakerSchema, given);
  const problems = [...problemsOf(result.issues), ...regionProblems(given, result.issues)];
  if (!result.success || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    configuration: {
      ...common(result.output),
      encryptionKey: result.output.VITE_ENCRYPTION_KEY,
      userPoolId: result.output.VITE_COGNITO_USER_POOL_ID,
      clientId: result.output.VITE_COGNITO_CLIENT_ID,
      listenerUrl: result.output.VITE_LISTENER_URL,
    },
  };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

function common(output: v.InferOutput<typeof listenerSchema>): ListenerConfiguration {
  return {
    webSocketUrl: output.VITE_WEBSOCKET_URL,
    httpApiUrl: output.VITE_HTTP_API_URL,
    region: output.VITE_AWS_REGION,
    identityPoolId: output.VITE_COGNITO_IDENTITY_POOL_ID,
    guestRoleArn: output.VITE_GUEST_ROLE_ARN,
    ...(output.VITE_AWS_ENDPOINT === undefined ? {} : { awsEndpoint: output.VITE_AWS_ENDPOINT }),
  };
}

interface Issue {
  message: string;
  path?: readonly [{ key: unknown }, ...unknown[]] | undefined;
}

const nameOf = (issue: Issue): Variable | undefined => {
  const key = issue.path?.[0].key;
  return typeof key === "string" && isVariable(key) ? key : undefined;
};

function problemsOf(issues: readonly Issue[] | undefined): ConfigurationProblem[] {
  const first = new Map<Variable, string>();
  for (const issue of issues ?? []) {
    const variable = nameOf(issue);
    if (variable !== undefined && !first.has(variable)) first.set(variable, issue.message);
  }
  return [...first].map(([variable, problem]) => ({ variable, problem }));
}

/** Valid values of another region than VITE_AWS_REGION. */
function regionProblems(
  given: Record<string, string | undefined>,
  issues: readonly Issue[] | undefined,
): ConfigurationProblem[] {
  const wrong = new Set((issues ?? []).map(nameOf));
  const region = given.VITE_AWS_REGION;
  if (region === undefined || wrong.has("VITE_AWS_REGION")) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    if (!isVariable(name) || wrong.has(name)) return [];
    const own = value === undefined ? undefined : regionOf(value);
    return own === undefined || own === region
      ? []
      : [{ variable: name, problem: `It belongs to the region ${own}, but VITE_AWS_REGION is ${region}.` }];
  });
}
