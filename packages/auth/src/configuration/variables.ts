import * as v from "valibot";
import { isArn, isGuid, isIdentityPoolId, isLoopback, isRegion, isRoleArn, isUserPoolId } from "./identifiers.ts";

const ENCRYPTION_KEY_MIN_CHARACTERS = 32;

/** A value for which `problemWith` finds nothing wrong; what it finds is the issue's message. */
const checked = (problemWith: (value: string) => string | undefined) =>
  v.pipe(
    v.string("It is missing."),
    v.rawCheck(({ dataset, addIssue }) => {
      const problem = dataset.typed ? problemWith(dataset.value) : undefined;
      if (problem !== undefined) addIssue({ message: problem });
    }),
  );

/** A base URL; paths are appended to it, so it keeps no "/" at its end. */
const baseUrl = (secure: "https:" | "wss:") =>
  v.pipe(
    checked((value) => problemWithUrl(value, secure)),
    v.transform((value) => value.replace(/\/+$/, "")),
  );

function problemWithUrl(value: string, secure: "https:" | "wss:"): string | undefined {
  const plain = secure === "https:" ? "http:" : "ws:";
  if (!URL.canParse(value)) return `It is not a URL beginning with ${secure}//.`;
  const url = new URL(value);
  if (secure === "wss:" && (url.protocol === "https:" || url.protocol === "http:")) {
    return `It begins with ${url.protocol}//, so it is not the address browsers open WebSockets at (with AWS: "Connection URL", not "WebSocket URL" of @connections).`;
  }
  if (secure === "https:" && (url.protocol === "wss:" || url.protocol === "ws:")) {
    return `It begins with ${url.protocol}//: that is a WebSocket address, this one is for HTTP.`;
  }
  if (url.protocol !== secure && url.protocol !== plain) return `It does not begin with ${secure}//.`;
  if (url.protocol === plain && !isLoopback(url)) {
    return `It begins with ${plain}//, which only works on this machine itself; elsewhere it must be ${secure}//.`;
  }
  if (url.search !== "" || url.hash !== "" || url.username !== "")
    return "It must not hold a query, a fragment or a user name.";
  return undefined;
}

function problemWithUserPoolId(value: string): string | undefined {
  if (isUserPoolId(value)) return undefined;
  if (isIdentityPoolId(value)) return "That is an Identity Pool ID (region:guid). A User Pool ID has an underscore.";
  if (isArn(value)) return "That is an ARN; only the part after “userpool/” belongs here.";
  return "It does not look like a User Pool ID.";
}

function problemWithClientId(value: string): string | undefined {
  if (isUserPoolId(value)) return "That is the User Pool's ID. The app client has an ID of its own.";
  if (/^[0-9a-z]{48,64}$/.test(value))
    return "That looks like an app client's secret. A secret must never be in a page; the ID is shorter.";
  return /^[\w+]{1,128}$/.test(value) ? undefined : "It does not look like an app client ID: letters and digits only.";
}

function problemWithIdentityPoolId(value: string): string | undefined {
  if (isIdentityPoolId(value)) return undefined;
  if (isUserPoolId(value))
    return "That is a User Pool ID (region_…). An Identity Pool ID is region:guid, with a colon.";
  if (isArn(value)) return "That is an ARN; only the part after “identitypool/” belongs here.";
  if (isGuid(value)) return "The region and a colon are missing before the guid.";
  return "It does not look like an Identity Pool ID.";
}

function problemWithRoleArn(value: string): string | undefined {
  if (isRoleArn(value)) return undefined;
  if (value.includes(":assumed-role/"))
    return "That is the ARN of a session of a role (assumed-role), not of the role itself.";
  if (isArn(value)) return "That is the ARN of something else than an IAM role.";
  return "It is not an ARN. The role's name alone is not enough.";
}

/** Every variable a page may be built with: how to check it, and what to say about it. */
export const variables = {
  VITE_WEBSOCKET_URL: {
    schema: baseUrl("wss:"),
    expected: "wss://… , like wss://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/live (ws:// on this machine only)",
    howToFind:
      "It is the deployment's output “WebSocketUrl”. In the AWS console: API Gateway → the WebSocket API → Stages.",
  },
  VITE_HTTP_API_URL: {
    schema: baseUrl("https:"),
    expected: "https://… , like https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com (http:// on this machine only)",
    howToFind:
      "It is the deployment's output “HttpApiUrl”. In the AWS console: API Gateway → the HTTP API → Invoke URL.",
  },
  VITE_AWS_REGION: {
    schema: checked((value) => (isRegion(value) ? undefined : "It is not the code of an AWS region.")),
    expected: "the code of a region, like us-east-1",
    howToFind: "It is the region Lectern was deployed to; User Pool and Identity Pool IDs begin with it.",
  },
  VITE_ENCRYPTION_KEY: {
    schema: checked((value) =>
      value.length < ENCRYPTION_KEY_MIN_CHARACTERS
        ? `It has ${value.length} characters, fewer than ${ENCRYPTION_KEY_MIN_CHARACTERS}.`
        : undefined,
    ),
    expected: `${ENCRYPTION_KEY_MIN_CHARACTERS} random characters or more`,
    howToFind: "Make one, once, and keep it (changing it signs everybody out): openssl rand -hex 32",
  },
  VITE_COGNITO_USER_POOL_ID: {
    schema: checked(problemWithUserPoolId),
    expected: "region_letters-and-digits, like us-east-1_Ab12Cd34E",
    howToFind:
      "It is the deployment's output “UserPoolId”. In the AWS console: Cognito → User pools → the pool → User pool ID.",
  },
  VITE_COGNITO_CLIENT_ID: {
    schema: checked(problemWithClientId),
    expected: "26 small letters and digits, like 1h57kf5cpq17m0eml12EXAMPLE",
    howToFind:
      "It is the deployment's output “ClientId”. In the AWS console: Cognito → User pools → the pool → App clients → Client ID.",
  },
  VITE_COGNITO_IDENTITY_POOL_ID: {
    schema: checked(problemWithIdentityPoolId),
    expected: "region:guid, like us-east-1:12345678-90ab-cdef-1234-567890abcdef",
    howToFind:
      "It is the deployment's output “IdentityPoolId”. In the AWS console: Cognito → Identity pools → the pool → Identity pool ID. Two mix-ups are common: the User Pool ID (region_…), and the ID of one identity from the pool's identity browser, which looks exactly like the pool's.",
  },
  VITE_GUEST_ROLE_ARN: {
    schema: checked(problemWithRoleArn),
    expected: "arn:aws:iam::ACCOUNT:role/NAME, like arn:aws:iam::123456789012:role/lectern-prod-guest",
    howToFind:
      "It is the deployment's output “GuestRoleArn”. In the AWS console: Cognito → Identity pools → the pool → User access → Guest access → the role → ARN.",
  },
  VITE_LISTENER_URL: {
    schema: baseUrl("https:"),
    expected: "where the listener's page is, like https://listen.example.org (http:// on this machine only)",
    howToFind: "It is the deployment's output “ListenerUrl”: the address listeners' links begin with.",
  },
  VITE_AWS_ENDPOINT: {
    schema: v.optional(baseUrl("https:")),
    expected: "nothing at all with AWS; on a laptop the address of local-aws, like http://127.0.0.1:9700",
    howToFind: "“npm start” sets it by itself. Remove it when building for AWS.",
  },
} as const;

export type Variable = keyof typeof variables;

export const isVariable = (name: string): name is Variable => Object.hasOwn(variables, name);
