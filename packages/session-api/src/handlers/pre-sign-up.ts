import type { PreSignUpTriggerEvent } from "aws-lambda";

/**
 * Who may come from each of the other providers, by the provider's name in the User Pool: e-mail addresses, and domains
 * like "@example.org". Null: everybody whom it signs in.
 */
type Invited = Readonly<Record<string, readonly string[] | null>>;

/** What Cognito tells the page of who is not among them. */
export const NOT_INVITED = "not invited";

/** Cognito names who comes from elsewhere `<provider>_<their id there>`, and lets no provider's name contain "_". */
function providerOf(userName: string, invited: Invited): string | undefined {
  const named = userName.slice(0, userName.indexOf("_")).toLowerCase();
  return Object.keys(invited).find((provider) => provider.toLowerCase() === named);
}

/** One address of the usual kind: what holds two, or quotes one, is a stranger's. */
const ADDRESS = /^[^\s@,;<>"]+(@[^\s@,;<>"]+)$/;
/** Only A to Z: among other capitals are some whose small letter is another one's, such as the Kelvin sign's. */
const inSmallLetters = (text: string): string => text.replace(/[A-Z]/g, (capital) => capital.toLowerCase());

function isAmong(list: readonly string[], given: string): boolean {
  const email = inSmallLetters(given.trim());
  const domain = ADDRESS.exec(email)?.[1];
  return list.some((entry) => inSmallLetters(entry) === (entry.startsWith("@") ? domain : email));
}

/**
 * Cognito's pre sign-up trigger: that people may not sign up by themselves keeps nobody out who comes from another provider,
 * for Cognito makes them an account when they first sign in. The address is the provider's word.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
 */
export function createPreSignUp(invited: Invited) {
  return async (event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> => {
    if (event.triggerSource !== "PreSignUp_ExternalProvider") return event;
    const provider = providerOf(event.userName, invited);
    const list = provider === undefined ? [] : invited[provider];
    const email = event.request.userAttributes.email ?? "";
    if (list !== null && !isAmong(list ?? [], email)) throw new Error(NOT_INVITED);
    return event;
  };
}
