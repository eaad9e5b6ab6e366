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

/** Deletes every session of the demo speaker, on air or not. */
export async function forgetSessions(): Promise<void> {
  const headers = { authorization: `Bearer ${await accessToken()}` };
  const url = `${demo().httpApiUrl}/sessions`;
  const { sessions } = v.parse(sessionsResponseSchema, await (await fetch(url, { headers })).json());
  for (const { code } of sessions) await fetch(`${url}/${code}`, { method: "DELETE", headers });
}
