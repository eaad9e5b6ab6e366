import { en as ui } from "@lectern/ui/words/en";
import { account } from "./account.ts";
import { broadcast } from "./broadcast.ts";
import { deployment } from "./deployment.tsx";
import { desk } from "./desk.ts";
import { microphone } from "./microphone.ts";
import { problems } from "./problems.ts";
import { recording } from "./recording.ts";
import { share } from "./share.ts";
import { signIn } from "./sign-in.ts";
import { talks } from "./talks.ts";

/** Everything the speaker's page says, in English. The other languages have the same shape, or do not compile. */
export const en = {
  ui,
  back: "Back",
  brokenAdvice: "Load the page again. Whoever is listening waits, and hears you again once you are back on air.",
  oneMoment: "One moment…",
  tryAgain: "Try again",
  account,
  broadcast,
  deployment,
  desk,
  microphone,
  problems,
  recording,
  share,
  signIn,
  talks,
};
