import { createFormats } from "@lectern/i18n";
import type { UiWords } from "./context.ts";

const { elapsed, percent } = createFormats("es");

export const es: UiWords = {
  elapsed,
  percent,
  language: "Idioma",
  broken: {
    documentTitle: "Algo ha fallado · Lectern",
    title: "Algo ha fallado en esta página",
    again: "Volver a cargar",
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
