import { es as ui } from "@lectern/ui/words/es";
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

export const es: Words = {
  ui,
  back: "Volver",
  brokenAdvice: "Vuelva a cargar la página. Quien escucha espera, y volverá a oír en cuanto usted vuelva al aire.",
  oneMoment: "Un momento…",
  tryAgain: "Intentar de nuevo",
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
