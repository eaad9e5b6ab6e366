import type { Screen } from "./use-sign-in.ts";

/** What each step is called, and what it is for. */
export function screenWords(screen: Screen): { title: string; lead: string } {
  switch (screen.next) {
    case "sign-in":
      return {
        title: "Sign in to speak",
        lead: "Then check your microphone and go live. Your listeners need no account.",
      };
    case "sign-up":
      return { title: "Make an account", lead: "You need one to speak. Your listeners need none." };
    case "confirm-sign-up":
      return { title: "Look into your mail", lead: `A code is on its way to ${screen.email}. It is good for a day.` };
    case "forgot":
      return { title: "Set a new password", lead: "If your address has an account here, it is sent a code." };
    case "reset-password":
      return {
        title: "Look into your mail",
        lead: `If ${screen.email} has an account here, a code is on its way. It is good for an hour.`,
      };
    case "new-password":
      return {
        title: "Make your own password",
        lead: "Yours was made by somebody else. Choose one that only you know.",
      };
    case "totp-code":
      return { title: "Second step", lead: "Type the code your authenticator app shows for Lectern." };
    case "sms-code":
      return { title: "Second step", lead: `A code was sent to ${screen.sentTo}. It is good for three minutes.` };
    case "choose-factor":
      return { title: "Second step", lead: "Where should the code come from?" };
    case "set-up-authenticator":
      return {
        title: "Set up a second step",
        lead: "Here everybody signs in with a code from an app, too.",
      };
  }
}
