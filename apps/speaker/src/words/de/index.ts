export { de as ui } from "@lectern/ui/words/de";
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

export const back: string = "Zurück";
export const brokenAdvice: string =
  "Laden Sie die Seite neu. Wer zuhört, wartet und hört Sie wieder, sobald Sie zurück auf Sendung sind.";
export const oneMoment: string = "Einen Moment …";
export const tryAgain: string = "Noch einmal versuchen";
