import * as v from "valibot";
import { AuthError } from "../errors.ts";
import type { Cognito } from "./cognito.ts";
import type { Tokens } from "./session/tokens.ts";

/** What Cognito asks after the password, in its terms. */
export interface Challenge {
  name: string;
  /** Who is asked: the username, not the e-mail. */
  username: string;
  /** Valid for three minutes, also after a wrong answer. */
  session: string;
  parameters: Readonly<Record<string, string>>;
}

export type ChallengeAnswer = { next: "signed-in"; tokens: Tokens } | { next: "challenge"; challenge: Challenge };

const answerSchema = v.union([
  v.object({
    AuthenticationResult: v.object({ AccessToken: v.string(), IdToken: v.string(), RefreshToken: v.string() }),
  }),
  v.object({
    ChallengeName: v.string(),
    Session: v.string(),
    ChallengeParameters: v.optional(v.record(v.string(), v.string()), {}),
  }),
]);

/** RespondToAuthChallenge. @throws AuthError `wrong-code`, `code-used`, `challenge-expired` or a retryable one */
export async function respond(
  { call, clientId }: Cognito,
  { name, username, session }: Challenge,
  responses: Record<string, string>,
): Promise<ChallengeAnswer> {
  const answer = await call(
    "second-factor",
    "RespondToAuthChallenge",
    {
      ChallengeName: name,
      ClientId: clientId,
      Session: session,
      ChallengeResponses: { USERNAME: username, ...responses },
    },
    answerSchema,
  );
  if ("AuthenticationResult" in answer) {
    const { AccessToken, IdToken, RefreshToken } = answer.AuthenticationResult;
    return { next: "signed-in", tokens: { accessToken: AccessToken, idToken: IdToken, refreshToken: RefreshToken } };
  }
  const { ChallengeName, Session, ChallengeParameters } = answer;
  return {
    next: "challenge",
    challenge: { name: ChallengeName, username, session: Session, parameters: ChallengeParameters },
  };
}

/** A list that Cognito wrote into a parameter as JSON. */
export function listOf({ parameters }: Challenge, parameter: string): readonly string[] {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), v.array(v.string())), parameters[parameter]);
  return parsed.success ? parsed.output : [];
}

export const notSupported = (name: string): AuthError =>
  new AuthError("challenge-not-supported", `Cognito asks for ${name}.`);
