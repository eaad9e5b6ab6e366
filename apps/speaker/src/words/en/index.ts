import { en as ui } from "@lectern/ui/words/en";
import { account } from "./account.ts";
import { configuration } from "./configuration.tsx";
import { deployment } from "./deployment.tsx";
import { problems } from "./problems.ts";
import { signIn } from "./sign-in.ts";

/** Everything the speaker's page says, in English. The other languages have the same shape, or do not compile. */
export const en = {
  ui,
  back: "Back",
  brokenAdvice: "Load the page again. Whoever is listening waits, and hears you again once you are back on air.",
  oneMoment: "One moment…",
  tryAgain: "Try again",
  account,
  configuration,
  deployment,
  problems,
  signIn,
};
