import { es as ui } from "@lectern/ui/words/es";
import type { Words } from "../index.ts";

export const es: Words = {
  ui,
  brokenAdvice:
    "Vuelva a cargar la página. Quienes escuchan esperan, y le oirán de nuevo en cuanto vuelva a estar en el aire.",
};
