import { de as ui } from "@lectern/ui/words/de";
import type { Words } from "../index.ts";
import { account } from "./account.ts";
import { configuration } from "./configuration.tsx";
import { deployment } from "./deployment.tsx";
import { problems } from "./problems.ts";
import { signIn } from "./sign-in.ts";

export const de: Words = {
  ui,
  back: "Zurück",
  brokenAdvice: "Laden Sie die Seite neu. Wer zuhört, wartet, und hört Sie wieder, sobald Sie zurück auf Sendung sind.",
  oneMoment: "Einen Moment …",
  tryAgain: "Noch einmal versuchen",
  account,
  configuration,
  deployment,
  problems,
  signIn,
};
