import { es as ui } from "@lectern/ui/words/es";
import type { Words } from "../index.ts";
import { account } from "./account.ts";
import { configuration } from "./configuration.tsx";
import { deployment } from "./deployment.tsx";
import { problems } from "./problems.ts";
import { signIn } from "./sign-in.ts";

export const es: Words = {
  ui,
  back: "Volver",
  brokenAdvice:
    "Vuelva a cargar la página. Quienes escuchan esperan, y le oirán de nuevo en cuanto vuelva a estar en el aire.",
  oneMoment: "Un momento…",
  tryAgain: "Intentar de nuevo",
  account,
  configuration,
  deployment,
  problems,
  signIn,
};
