import { type AccountErrorCode, AuthError, type AuthErrorCode } from "@lectern/auth/errors";
import type { LiveErrorCode } from "@lectern/live/errors";

/** What only a broadcast can run into. */
type BroadcastOnly =
  | "microphone-denied"
  | "microphone-missing"
  | "microphone-failed"
  | "microphone-not-open"
  | "not-owner"
  | "already-hosted";

export type FailureCode =
  | Exclude<AuthErrorCode, AccountErrorCode>
  | Exclude<LiveErrorCode, BroadcastOnly | "signed-out">;

export interface FailureWords {
  /** What happened. */
  title: string;
  /** What to do. */
  advice: string;
}

const tell = "Tell whoever runs this Lectern:";

/** A new code does not compile without words. */
export const failureWords: Record<FailureCode, FailureWords> = {
  "identity-pool-not-found": {
    title: "This page is set up for something that does not exist",
    advice: `${tell} AWS knows no Identity Pool with the ID in VITE_COGNITO_IDENTITY_POOL_ID. It may be mistyped, or belong to another region.`,
  },
  "identity-pool-invalid": {
    title: "This page is not set up correctly",
    advice: `${tell} the Identity Pool in VITE_COGNITO_IDENTITY_POOL_ID has no usable roles. Check the roles under “User access”.`,
  },
  "guest-access-off": {
    title: "Listening without an account is switched off here",
    advice: `${tell} the Identity Pool does not allow guests. Switch on “Guest access” for it.`,
  },
  "classic-flow-off": {
    title: "Listeners cannot be let in yet",
    advice: `${tell} the Identity Pool does not allow the basic (classic) flow, which listeners need. Switch it on for the pool.`,
  },
  "guest-role-refused": {
    title: "Listeners are turned away at the door",
    advice: `${tell} AWS does not let guests take the role in VITE_GUEST_ROLE_ARN. Check the ARN and the role's trust policy.`,
  },
  "credentials-refused": {
    title: "You could not be let in",
    advice: "Try again. If it stays like this, tell whoever gave you the link.",
  },
  "clock-wrong": {
    title: "This device's clock is wrong",
    advice: "Set its date and time to automatic, then try again.",
  },
  throttled: {
    title: "Too many people are coming in at once",
    advice: "Wait a few seconds and try again.",
  },
  network: {
    title: "No connection",
    advice: "Check that this device is online, then try again.",
  },
  unavailable: {
    title: "Something on our side did not work",
    advice: "Wait a moment and try again.",
  },
  "bad-response": {
    title: "Something between you and the talk answered nonsense",
    advice: "A network that asks you to sign in first, as in hotels, does that. Open any other page, then try again.",
  },
  "signaling-refused": {
    title: "The way to the talk was refused",
    advice: "Try again. If it stays like this, tell whoever gave you the link.",
  },
  "no-path": {
    title: "The sound finds no way to you",
    advice: "Your network blocks it. Try another one, such as your phone's own connection.",
  },
  "session-not-found": {
    title: "This talk is gone",
    advice: "The speaker removed it. Ask for a new link.",
  },
  "not-supported": {
    title: "This browser cannot play live talks",
    advice: "Open the link in a current version of Chrome, Edge, Firefox or Safari.",
  },
};

const isFailureCode = (code: string): code is FailureCode => code in failureWords;

/** The most telling code: what was refused, rather than that something was. */
export function failureCodeOf(code: LiveErrorCode, cause: unknown): FailureCode {
  if (cause instanceof AuthError && isFailureCode(cause.code)) return cause.code;
  return isFailureCode(code) ? code : "unavailable";
}
