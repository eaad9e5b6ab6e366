import * as v from "valibot";
import { isArn, isGuid, isIdentityPoolId, isLoopback, isRegion, isRoleArn, isUserPoolId } from "./identifiers.ts";

export const ENCRYPTION_KEY_MIN_CHARACTERS = 32;

/** A string for which `problemWith` returns nothing; what it returns becomes the issue's message. */
const checked = (problemWith: (value: string) => string | undefined) =>
  v.pipe(
    v.string("It is missing."),
    v.rawCheck(({ dataset, addIssue }) => {
      const problem = dataset.typed ? problemWith(dataset.value) : undefined;
      if (problem !== undefined) addIssue({ message: problem });
    }),
  );

/** A base URL without "/" at its end, because paths are appended. */
const baseUrl = (secure: "https:" | "wss:") =>
  v.pipe(
    checked((value) => problemWithUrl(value, secure)),
    v.transform((value) => value.replace(/\/+$/, "")),
  );

/** `URL.canParse` is missing in Safari 16. */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function problemWithUrl(value: string, secure: "https:" | "wss:"): string | undefined {
  const plain = secure === "https:" ? "http:" : "ws:";
  const url = parseUrl(value);
  if (url === null) return `It is not a URL beginning with ${secure}//.`;
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

/** How each variable a page may be built with is checked. */
export const variables = {
  VITE_WEBSOCKET_URL: baseUrl("wss:"),
  VITE_HTTP_API_URL: baseUrl("https:"),
  VITE_AWS_REGION: checked((value) => (isRegion(value) ? undefined : "It is not the code of an AWS region.")),
  VITE_ENCRYPTION_KEY: checked((value) =>
    value.length < ENCRYPTION_KEY_MIN_CHARACTERS
      ? `It has ${value.length} characters, fewer than ${ENCRYPTION_KEY_MIN_CHARACTERS}.`
      : undefined,
  ),
  VITE_COGNITO_USER_POOL_ID: checked(problemWithUserPoolId),
  VITE_COGNITO_CLIENT_ID: checked(problemWithClientId),
  VITE_COGNITO_IDENTITY_POOL_ID: checked(problemWithIdentityPoolId),
  VITE_GUEST_ROLE_ARN: checked(problemWithRoleArn),
  VITE_LISTENER_URL: baseUrl("https:"),
  VITE_AWS_ENDPOINT: v.optional(baseUrl("https:")),
} as const;

export type Variable = keyof typeof variables;

export const isVariable = (name: string): name is Variable => Object.hasOwn(variables, name);
