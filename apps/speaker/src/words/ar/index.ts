import { ar as ui } from "@lectern/ui/words/ar";
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

export const ar: Words = {
  ui,
  back: "رجوع",
  brokenAdvice: "أعد تحميل الصفحة. من يستمع ينتظر، ويسمعك من جديد حين تعود إلى البث.",
  oneMoment: "لحظة من فضلك…",
  tryAgain: "إعادة المحاولة",
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
