import { de as ui } from "@lectern/ui/words/de";
import type { Words } from "../index.ts";
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

export const de: Words = {
  ui,
  back: "Zurück",
  brokenAdvice: "Laden Sie die Seite neu. Wer zuhört, wartet und hört Sie wieder, sobald Sie zurück auf Sendung sind.",
  oneMoment: "Einen Moment …",
  tryAgain: "Noch einmal versuchen",
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
