import { ar as ui } from "@lectern/ui/words/ar";
import type { Words } from "../index.ts";
import { account } from "./account.ts";
import { configuration } from "./configuration.tsx";
import { deployment } from "./deployment.tsx";
import { problems } from "./problems.ts";
import { signIn } from "./sign-in.ts";

export const ar: Words = {
  ui,
  back: "رجوع",
  brokenAdvice: "أعد تحميل الصفحة. من يستمع ينتظر، ويسمعك من جديد حين تعود إلى البث.",
  oneMoment: "لحظة من فضلك…",
  tryAgain: "حاول مرة أخرى",
  account,
  configuration,
  deployment,
  problems,
  signIn,
};
