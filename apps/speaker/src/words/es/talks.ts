import { createFormats } from "@lectern/i18n";
import type { Words } from "../index.ts";

const { date, daysAgo } = createFormats("es");

export const talks: Words["talks"] = {
  title: "Sus charlas",
  when: {
    never: "Aún no ha estado en el aire",
    now: "Ahora en el aire",
    unhosted: "En el aire, sin ninguna página suya",
    daysAgo: (days) => `En el aire por última vez ${daysAgo(days)}`,
    on: (time) => `En el aire por última vez el ${date(time)}`,
  },
  use: "Usar esta charla",
  useOf: (title) => `Usar esta charla: ${title}`,
  change: "Cambiar",
  save: "Guardar el título",
  saved: "Guardado.",
  replace: "Cambiar el enlace",
  aboutReplacing: "Para un enlace que ha llegado a quien no debía. Quien escucha en este momento se queda.",
  replaced: "Esta charla tiene un enlace nuevo.",
  delete: "Eliminar charla",
  askReplace: {
    title: "¿Cambiar el enlace?",
    text: "El enlace antiguo, su código QR y sus carteles dejarán de llevar a ninguna parte. Comparta el nuevo.",
    no: "Conservar el enlace",
    yes: "Cambiarlo",
  },
  askDelete: {
    title: "¿Eliminar esta charla?",
    text: "Su enlace dejará de funcionar. Si está en el aire, termina para todos.",
    no: "Conservarla",
    yes: "Eliminar para siempre",
  },
};
