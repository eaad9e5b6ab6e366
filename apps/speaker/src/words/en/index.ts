export { en as ui } from "@lectern/ui/words/en";
export { account } from "./account.ts";
export { broadcast } from "./broadcast.ts";
export { currentTalk } from "./current-talk.ts";
export { deployment } from "./deployment.tsx";
export { microphone } from "./microphone.ts";
export { problems } from "./problems.ts";
export { recording } from "./recording.ts";
export { share } from "./share.ts";
export { signIn } from "./sign-in.ts";
export { talks } from "./talks.ts";

export const back: string = "Back";
export const brokenAdvice: string =
  "Load the page again. Whoever is listening waits, and hears you again once you are back on air.";
export const oneMoment: string = "One moment…";
export const tryAgain: string = "Try again";
