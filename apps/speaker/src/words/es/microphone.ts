import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { number } = createFormats("es");

const end = "Después pulse «Intentar de nuevo».";

export const microphone: Words["microphone"] = {
  page: "Comprobar el micrófono y salir al aire",
  giveAway: "Compártalo ya: hasta que salga al aire, la página espera.",
  label: "Micrófono",
  numbered: (which) => `Micrófono ${number(which)}`,
  system: "El micrófono del sistema",
  level: "Nivel del micrófono",
  sound: "Sonido",
  voice: { label: "Voz", hint: "Sus palabras llegan claras; los zumbidos, el eco y la sala se quedan fuera." },
  music: { label: "Música", hint: "Cada nota tal como suena, en estéreo y con la sala. Use auriculares." },
  asking: "Su navegador pregunta si esta página puede usar el micrófono: permítalo.",
  taken: "Su sistema se ha quedado con el micrófono, quizá por una llamada. Volverá solo.",
  kept: { title: "El cambio no ha funcionado", advice: (why) => `${why}. Todo sigue como antes.` },
  replaced: {
    title: "Se usa otro micrófono",
    advice: "El que eligió no está. Se volverá a usar en cuanto vuelva.",
  },
  heard: {
    "not-yet": "Diga algo: el medidor debería moverse.",
    heard: "Se le oye.",
    silent: "No llega nada. ¿Es este el micrófono correcto? ¿Está silenciado en el propio aparato?",
    "too-loud": "Demasiado alto: su voz suena cortada. Aléjese un poco o baje el volumen del micrófono.",
    unmeasured: "Este navegador no puede mostrar su volumen. Pregunte a un oyente si se le oye.",
  },
  test: {
    idle: { action: "Escucharse", say: "" },
    recording: { action: "Detener", say: "Hable ahora, durante cinco segundos." },
    playing: { action: "Detener", say: "Así sonaría para sus oyentes." },
    failed: { action: "Escucharse", say: "Este navegador no puede reproducirlo. El medidor sí es fiable." },
  },
  denied: {
    "address-bar-icon": `Toque el icono de la barra de direcciones, luego la configuración del sitio web, y permita el micrófono. ${end}`,
    "settings-app": `Abra la aplicación de ajustes, busque este navegador en la lista y permita el micrófono. ${end}`,
    "crossed-out-microphone": `Elija el micrófono tachado junto a la dirección y quite el bloqueo. ${end}`,
    "icon-permissions": `Toque el icono junto a la dirección, luego «Permisos», y permita el micrófono. ${end}`,
    "icon-or-system": `Elija el icono junto a la dirección y permita el micrófono. Si allí ya está permitido, mire en los ajustes de privacidad de su sistema. ${end}`,
    "safari-menu": `En el menú Safari, elija los ajustes de este sitio web y permita el micrófono. ${end}`,
    settings: `Permita el micrófono a esta página en los ajustes de su navegador. ${end}`,
  },
};
