import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { InfraError } from "../errors.ts";
import type { OutputName, Outputs } from "../names.ts";

/** Variable → output of one of the stacks. */
export const FROM_OUTPUTS: Readonly<Record<string, OutputName>> = {
  VITE_HTTP_API_URL: "HttpApiUrl",
  VITE_WEBSOCKET_URL: "WebSocketUrl",
  VITE_COGNITO_USER_POOL_ID: "CognitoUserPoolId",
  VITE_COGNITO_CLIENT_ID: "CognitoClientId",
  VITE_COGNITO_IDENTITY_POOL_ID: "CognitoIdentityPoolId",
  VITE_GUEST_ROLE_ARN: "GuestRoleArn",
  VITE_LISTENER_URL: "ListenerUrl",
};

/**
 * The pages' configuration, from a deployment's outputs. Other variables of the file keep their values: another encryption
 * key would sign everybody out.
 * @throws InfraError "not-ready" when an output is missing
 */
export function variablesOf(
  outputs: Outputs,
  region: string,
  previous: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const own = Object.entries(FROM_OUTPUTS).map(([variable, output]) => {
    const value = outputs[output];
    if (!value) throw new InfraError("not-ready", `The deployment has no output ${output}. Run npm run deploy again.`);
    return [variable, value] as const;
  });
  const kept = Object.entries(previous).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    VITE_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    ...Object.fromEntries(kept),
    ...Object.fromEntries(own),
    VITE_AWS_REGION: region,
  };
}

export const toText = (variables: Readonly<Record<string, string>>): string =>
  `# Written by npm run deploy or env:pull; .env.example explains each line.\n${Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("")}`;

/** Writes `.env.NAME` and returns its variables. */
export function writeEnvFile(path: string, outputs: Outputs, region: string): Record<string, string> {
  const variables = variablesOf(outputs, region, existsSync(path) ? parseEnv(readFileSync(path, "utf8")) : {});
  writeFileSync(path, toText(variables));
  return variables;
}
