import type { Words } from "../words/index.ts";
import type { Screen } from "./use-sign-in.ts";

/** What each step is called, and what it is for. */
export function screenWords(screen: Screen, words: Words["signIn"]["screens"]): { title: string; lead: string } {
  switch (screen.next) {
    case "confirm-sign-up":
    case "reset-password": {
      const { title, lead } = words[screen.next];
      return { title, lead: lead(screen.email) };
    }
    case "sms-code": {
      const { title, lead } = words["sms-code"];
      return { title, lead: lead(screen.sentTo) };
    }
    default:
      return words[screen.next];
  }
}
