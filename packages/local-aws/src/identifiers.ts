import { randomInt, randomUUID } from "node:crypto";
import type { Deployment } from "@lectern/infra/policies";
import { type InferOutput, object, pipe, regex, string } from "valibot";
import type { Storage } from "./storage/storage.ts";

export const REGION = "us-east-1";
export const ACCOUNT = "123456789012";
export const ENVIRONMENT_NAME = "local";
export const TABLE_NAME = "lectern-local";
export const WEB_SOCKET_API_ID = "localws000";
export const HTTP_API_ID = "localhttp0";

const schema = object({
  userPoolId: pipe(string(), regex(/^[\w-]+_[0-9a-zA-Z]+$/)),
  clientId: pipe(string(), regex(/^[a-z0-9]+$/)),
  identityPoolId: pipe(string(), regex(/^[\w-]+:[0-9a-f-]{36}$/)),
});

/** What AWS would have named at deployment; the same for as long as the data directory lives. */
export type Identifiers = InferOutput<typeof schema>;

/** Where the role policies apply. */
export const deploymentOf = ({ identityPoolId }: Identifiers): Deployment => ({
  region: REGION,
  account: ACCOUNT,
  environmentName: ENVIRONMENT_NAME,
  identityPoolId,
  tableArn: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TABLE_NAME}`,
  webSocketApiArn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:${WEB_SOCKET_API_ID}`,
});

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const randomText = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

export const loadIdentifiers = (storage: Storage): Identifiers =>
  storage
    .document("identifiers", schema, () => ({
      userPoolId: `${REGION}_${randomText(9)}`,
      clientId: randomText(26),
      identityPoolId: `${REGION}:${randomUUID()}`,
    }))
    .get();
