import { createFormats } from "@lectern/i18n";
import type { Words } from "../index.ts";

const { plural } = createFormats("es");

export const configuration: Words["configuration"] = {
  title: "Lectern aún no está configurado",
  count: (count) =>
    plural(count, {
      one: "Un valor con el que se compiló esta página falta o es incorrecto.",
      other: "# valores con los que se compiló esta página faltan o son incorrectos.",
    }),
  looksLike: "Tiene este aspecto",
  whereToFind: "Dónde encontrarlo",
  correct: (file, example) => (
    <>
      Corrija {file} (su ejemplo, {example}, explica cada línea) y vuelva a compilar.
    </>
  ),
};
