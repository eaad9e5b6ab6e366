import { createFormats } from "@lectern/i18n";
import type { Words } from "../index.ts";

const { plural } = createFormats("es");

export const configuration: Words["configuration"] = {
  title: "Lectern aún no está configurado",
  count: (count) =>
    plural(count, {
      one: "Falta un valor con el que se construyó esta página, o es incorrecto.",
      other: "Faltan # valores con los que se construyó esta página, o son incorrectos.",
    }),
  looksLike: "Tiene este aspecto",
  whereToFind: "Dónde encontrarlo",
  correct: (file, example) => (
    <>
      Corrija {file} (su ejemplo, {example}, explica cada línea) y vuelva a construir.
    </>
  ),
};
