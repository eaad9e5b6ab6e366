import type { AccountErrorCode } from "@lectern/auth/errors";
import type { ProblemWords } from "../../problems/codes.ts";

/** Everything that can go wrong with an account, and what its owner can do about it. */
export const accountProblems: Record<AccountErrorCode, ProblemWords> = {
  "wrong-credentials": {
    title: "E-mail or password is wrong",
    advice:
      "Check both and try again; capital letters count in the password. If you made an account on another device and never gave its code, make it again here.",
  },
  "not-confirmed": {
    title: "Your e-mail address is not confirmed yet",
    advice: "Sign in on the device you made the account on, or make the account again here: you get a new code.",
  },
  "already-confirmed": {
    title: "This address is confirmed already",
    advice: "Sign in with it and your password.",
  },
  "password-reset-required": {
    title: "Your password has to be changed first",
    advice: "Choose “Forgot your password?” and set a new one.",
  },
  "temporary-password-expired": {
    title: "Your first password is too old",
    advice: "It was only good for a few days. Ask whoever gave you the account for another one.",
  },
  "password-policy": {
    title: "That password is not accepted",
    advice: "Look at the list under the password: every line must be met. Then send it again.",
  },
  "password-used-before": {
    title: "You have used that password before",
    advice: "Choose one you have never had here.",
  },
  "wrong-password": {
    title: "Your present password is wrong",
    advice: "Type the one you sign in with, then try again. If it is forgotten, sign out and set a new one by e-mail.",
  },
  "nothing-to-reset": {
    title: "This account has no password to reset",
    advice: "Sign in as you did before, or ask whoever gave you the account.",
  },
  "sign-up-closed": {
    title: "Accounts are not made here",
    advice: "Ask whoever runs this Lectern for one.",
  },
  "email-refused": {
    title: "That is not an e-mail address",
    advice: "It looks like name@example.org. Correct it and try again.",
  },
  "phone-refused": {
    title: "That is not a phone number with its country",
    advice: "It begins with + and the country's code, like +44 7700 900123. Correct it and try again.",
  },
  "email-taken": {
    title: "You have an account with this address already",
    advice: "Sign in with it. If the password is forgotten, set a new one by e-mail.",
  },
  "wrong-code": {
    title: "That code is wrong",
    advice:
      "Check its digits and try again. If several came, only the newest counts. If it is from an app, the clock of the device it runs on must be right: set that to automatic.",
  },
  "code-expired": {
    title: "That code is no longer good",
    advice: "Send yourself a new one, then type it here.",
  },
  "code-used": {
    title: "That code was used already",
    advice: "Wait until your app shows the next one, half a minute at most, and type that.",
  },
  "code-not-sent": {
    title: "The code could not be sent",
    advice: "Try again in a few minutes. If it stays like this, tell whoever runs this Lectern.",
  },
  "hourly-limit": {
    title: "That was tried too often",
    advice: "For your safety this rests for a while. Try again in an hour.",
  },
  "attributes-refused": {
    title: "Something about you was not accepted",
    advice: "Check the fields above and send them again.",
  },
  "challenge-expired": {
    title: "That took too long",
    advice: "For your safety the step was closed. Sign in again.",
  },
  "challenge-not-supported": {
    title: "Your account asks for a step this page does not know",
    advice: "Tell whoever runs this Lectern: your account should ask for another step.",
  },
  "too-many-attempts": {
    title: "Too many attempts",
    advice: "Wait a few minutes, a quarter of an hour at most, then try again.",
  },
  "sign-in-refused": {
    title: "You may not sign in",
    advice: "The account is switched off, or a rule here forbids it. Ask whoever runs this Lectern.",
  },
  "provider-refused": {
    title: "You were not signed in there",
    advice: "You said no, or the other service did. Try again, or sign in with e-mail and password.",
  },
  "provider-answer-unknown": {
    title: "That sign-in was not begun here",
    advice: "It was started in another tab or some time ago. Begin again on this page.",
  },
  "storage-needed": {
    title: "This browser keeps nothing, so you could not come back",
    advice: "Sign in with e-mail and password, or leave private browsing and try again.",
  },
  "signed-out": { title: "You are signed out", advice: "Sign in again to go on." },
  "session-expired": {
    title: "You were signed out",
    advice: "On another device, or because it has been a long time. Sign in again to go on.",
  },
  "user-pool-not-found": {
    title: "This page is set up for accounts that do not exist",
    advice: "AWS knows no such User Pool or app client. Check VITE_COGNITO_USER_POOL_ID and VITE_COGNITO_CLIENT_ID.",
  },
  "user-pool-invalid": {
    title: "Signing in is not set up correctly",
    advice: "The app client in VITE_COGNITO_CLIENT_ID must have no secret, and allow SRP and refresh tokens.",
  },
  "speaker-role-refused": {
    title: "Speakers are turned away at the door",
    advice:
      "AWS does not let signed-in people take the speaker's role. Its trust policy must allow sts:TagSession, too.",
  },
};
