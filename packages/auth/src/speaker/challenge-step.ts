import { associate } from "./authenticator.ts";
import { type Challenge, listOf, notSupported } from "./challenge.ts";
import type { Cognito } from "./cognito.ts";
import type { SecondFactor, SignInStep } from "./sign-in-state.ts";

/** Cognito's names. */
export const factorNames = { totp: "SOFTWARE_TOKEN_MFA", sms: "SMS_MFA" } as const satisfies Record<
  SecondFactor,
  string
>;

/**
 * What a challenge asks the page for, and the challenge to answer: asking for an authenticator's key goes on with another
 * session.
 *
 * @throws AuthError `challenge-not-supported`
 */
export async function stepOf(
  cognito: Cognito,
  challenge: Challenge,
  email: string,
): Promise<{ step: SignInStep; challenge: Challenge }> {
  switch (challenge.name) {
    case "SOFTWARE_TOKEN_MFA":
      return { step: { next: "totp-code" }, challenge };
    case "SMS_MFA":
      return { step: { next: "sms-code", sentTo: challenge.parameters.CODE_DELIVERY_DESTINATION ?? "" }, challenge };
    case "SELECT_MFA_TYPE": {
      const offered = listOf(challenge, "MFAS_CAN_CHOOSE");
      const factors = (["totp", "sms"] as const).filter((factor) => offered.includes(factorNames[factor]));
      if (factors.length === 0) throw notSupported(offered.join(", "));
      return { step: { next: "choose-factor", factors }, challenge };
    }
    case "MFA_SETUP": {
      const offered = listOf(challenge, "MFAS_CAN_SETUP");
      if (!offered.includes("SOFTWARE_TOKEN_MFA")) throw notSupported(offered.join(", "));
      const asker = { Session: challenge.session };
      const { key, session = asker.Session } = await associate(cognito, asker, email);
      return { step: { next: "set-up-authenticator", key }, challenge: { ...challenge, session } };
    }
    default:
      throw notSupported(challenge.name);
  }
}
