import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { date, daysAgo } = createFormats("es");

export const talks: Words["talks"] = {
  title: "Sus charlas",
  when: {
    never: "Aún no ha estado en el aire",
    now: "Ahora en el aire",
    unhosted: "En el aire, sin ninguna página suya abierta",
    daysAgo: (days) => `Última vez en el aire: ${daysAgo(days)}`,
    on: (time) => `Última vez en el aire: ${date(time)}`,
  },
  use: "Usar esta charla",
  useOf: (title) => `Usar esta charla: ${title}`,
  change: "Cambiar",
  save: "Guardar el título",
  saved: "Guardado.",
  replace: "Cambiar el enlace",
  aboutReplacing: "Para un enlace que ha llegado a quien no debía. Quien escucha en este momento sigue dentro.",
  replaced: "Esta charla tiene un enlace nuevo.",
  delete: "Eliminar charla",
  askReplace: {
    title: "¿Cambiar el enlace?",
    text: "El enlace antiguo, su código QR y sus carteles dejarán de funcionar. Comparta el nuevo.",
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
