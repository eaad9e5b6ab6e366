import { createFormats } from "@lectern/i18n";
import type { UiWords } from "./ui-words.ts";

const { elapsed, percent, plural } = createFormats("es");

export const es: UiWords = {
  elapsed,
  percent,
  language: "Idioma",
  broken: {
    documentTitle: "Algo ha fallado · Lectern",
    title: "Algo ha fallado en esta página",
    again: "Volver a cargar",
  },
  configuration: {
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
  },
  checklist: { met: ": sí", notMet: ": todavía no" },
  copyLink: {
    copy: "Copiar enlace",
    copied: "Copiado",
    refused: "Su navegador no ha permitido copiar: seleccione el enlace y cópielo a mano.",
  },
  report: {
    summary: "Para quien le ayuda",
    about: "Lo que ha pasado en esta página, sin nombres, direcciones ni secretos. Envíelo a quien le ayude.",
    copy: "Copiar informe",
    copied: "Copiado",
    refused: "Su navegador no ha permitido copiar: seleccione el texto y cópielo a mano.",
  },
  password: {
    show: "Mostrar",
    showLabel: "Mostrar contraseña",
    hide: "Ocultar",
    hideLabel: "Ocultar contraseña",
    capsLock: "El bloqueo de mayúsculas está activado.",
  },
};
