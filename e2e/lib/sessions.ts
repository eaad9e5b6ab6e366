import { sessionsResponseSchema } from "@lectern/session-api/contract";
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from "amazon-cognito-identity-js";
import * as v from "valibot";
import { demo } from "./product.ts";

function accessToken(): Promise<string> {
  const { env, email, password, awsEndpoint: endpoint } = demo();
  const Pool = new CognitoUserPool({
    UserPoolId: env.VITE_COGNITO_USER_POOL_ID ?? "",
    ClientId: env.VITE_COGNITO_CLIENT_ID ?? "",
    endpoint,
  });
  return new Promise((resolve, reject) => {
    new CognitoUser({ Username: email, Pool }).authenticateUser(
      new AuthenticationDetails({ Username: email, Password: password }),
      { onSuccess: (session) => resolve(session.getAccessToken().getJwtToken()), onFailure: reject },
    );
  });
}

let token: Promise<string> | undefined;

/** Asks as the demo speaker, signed in once a worker, and again when a test has moved the clock past the token's end. */
async function ask(path = "", method = "GET"): Promise<Response> {
  const send = async () => {
    token ??= accessToken();
    const headers = { authorization: `Bearer ${await token}` };
    return fetch(`${demo().httpApiUrl}/sessions${path}`, { method, headers });
  };
  const answer = await send();
  if (answer.status !== 401) return answer;
  token = undefined;
  return send();
}

/** Deletes every session of the demo speaker, on air or not. */
export async function forgetSessions(): Promise<void> {
  const { sessions } = v.parse(sessionsResponseSchema, await (await ask()).json());
  for (const { code } of sessions) await ask(`/${code}`, "DELETE");
}
