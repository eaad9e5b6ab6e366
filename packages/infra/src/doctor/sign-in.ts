import type { Configuration } from "@lectern/auth/configuration";
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from "amazon-cognito-identity-js";
import { type Finding, ok, wordsOf, wrong } from "./finding.ts";

export interface Account {
  email: string;
  password: string;
}

export interface Tokens {
  accessToken: string;
  idToken: string;
}

const authenticate = (
  { userPoolId, clientId, awsEndpoint }: Configuration,
  { email, password }: Account,
): Promise<CognitoUserSession> => {
  const Pool = new CognitoUserPool({
    UserPoolId: userPoolId,
    ClientId: clientId,
    ...(awsEndpoint && { endpoint: awsEndpoint }),
  });
  return new Promise((onSuccess, onFailure) => {
    const more = () => onFailure(new Error("This account is asked for more than its password. Use one that is not."));
    new CognitoUser({ Username: email, Pool }).authenticateUser(
      new AuthenticationDetails({ Username: email, Password: password }),
      {
        onSuccess,
        onFailure,
        newPasswordRequired: more,
        totpRequired: more,
        mfaRequired: more,
        mfaSetup: more,
        selectMFAType: more,
      },
    );
  });
};

/** Signs in as the speaker's page does, and looks for the claim that names the speaker's channels. */
export async function checkSignIn(
  configuration: Configuration,
  account: Account,
): Promise<{ finding: Finding; tokens?: Tokens }> {
  const { userPoolId, clientId, region } = configuration;
  let session: CognitoUserSession;
  try {
    session = await authenticate(configuration, account);
  } catch (error) {
    // Cognito answers the same for a wrong password and a wrong pool: SRP's proof of the password contains the pool's name.
    return {
      finding: wrong(
        "sign-in",
        `${account.email} cannot sign in: ${wordsOf(error)} If the password is right, the app client is one of another User Pool.`,
        `Ask whether it is this pool's: aws cognito-idp describe-user-pool-client --user-pool-id ${userPoolId} --client-id ${clientId} --region ${region}`,
      ),
    };
  }
  const tokens = { accessToken: session.getAccessToken().getJwtToken(), idToken: session.getIdToken().getJwtToken() };
  const { speaker } = session.getIdToken().payload;
  if (typeof speaker === "string" && /^[0-9a-f]{32}$/.test(speaker)) {
    return { finding: ok("sign-in", `${account.email} can sign in, and the token names their channels.`), tokens };
  }
  return {
    finding: wrong(
      "sign-in",
      "The id token has no claim “speaker”: the speaker's role would allow nothing.",
      `Cognito → User pools → ${userPoolId} → Extensions: the pre token generation trigger must be Lectern's function (event version 1).`,
    ),
  };
}
