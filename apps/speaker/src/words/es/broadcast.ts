import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { number, plural } = createFormats("es");

export const broadcast: Words["broadcast"] = {
  statusLabel: "Estado de la emisión",
  notOnAir: "Fuera del aire",
  goLive: "Salir al aire",
  status: {
    goingLive: { headline: "Saliendo al aire", meaning: "Un momento. Todavía no se le oye." },
    reconnecting: {
      headline: "Reconectando",
      meaning: "Quien ya escucha sigue oyendo; quien llega espera.",
      attempt: (attempt) => `Quien ya escucha sigue oyendo; quien llega espera. Intento ${number(attempt)}.`,
    },
    paused: { headline: "En pausa", meaning: "No se le oye. A sus oyentes se les pide que se queden." },
    muted: { headline: "Micrófono silenciado", meaning: "Está en el aire, pero no se le oye." },
    ending: { headline: "Terminando", meaning: "Ya no se le oye. Se está avisando a sus oyentes." },
    silent: {
      nothing: {
        headline: "Sin sonido",
        meaning:
          "Está en el aire, pero no llega nada: no se le oye. ¿Está apagado el micrófono, o silenciado en el sistema?",
      },
      taken: {
        headline: "Sin sonido",
        meaning:
          "Está en el aire, pero su sistema se ha quedado con el micrófono, quizá por una llamada: no se le oye.",
      },
      closed: {
        headline: "Sin sonido",
        meaning: "Está en el aire, pero no hay ningún micrófono abierto: no se le oye.",
      },
    },
    onAir: { headline: "En el aire", meaning: "Todo el que tenga el enlace puede escuchar." },
  },
  rename: "Cambiar el título",
  renamed: "Listo",
  mute: "Silenciar",
  unmute: "Activar sonido",
  pause: "Pausar",
  resume: "Reanudar",
  spaceMutes: "La barra espaciadora silencia y activa el sonido.",
  keepInFront: "Deje esta página a la vista: al bloquear la pantalla se detiene el micrófono.",
  microphone: "Micrófono y sonido",
  tally: {
    label: "Oyentes",
    hearing: (count) => plural(count, { other: "escuchando" }),
    here: (count) => plural(count, { one: "está aquí", other: "están aquí" }),
    onTheWay: (connected, waiting) =>
      `${plural(connected, { one: "# conectado", other: "# conectados" })} · ${number(waiting)} en espera`,
    nobody: "Todavía no hay nadie.",
    count: number,
  },
  silent: {
    title: (count) => plural(count, { one: "Alguien no oye la charla", other: "# personas no oyen la charla" }),
    advice:
      "Hay conexión, pero el sonido no les llega o les llega entrecortado. Suele ser su red: pídales que abran el enlace otra vez.",
  },
  unreached: {
    title: (count) =>
      plural(count, { one: "A alguien no le llega el sonido", other: "A # personas no les llega el sonido" }),
    advice:
      "Tienen un lugar, pero el sonido no encuentra camino: lo bloquea su red o la de usted. Otra quizá lo deje pasar. La página lo sigue intentando.",
  },
  refused: {
    title: "No puede entrar nadie más",
    advice:
      "AWS no ha renovado su permiso para emitir. Quien ya escucha sigue oyendo. Seguimos intentándolo; si sigue igual, dígaselo a quien administra este Lectern.",
  },
  untold: {
    title: "Todavía no lo saben todos",
    advice: "Lectern no lo ha aceptado: quien abre el enlace lee todavía lo de antes. Seguimos intentándolo.",
  },
  end: {
    action: "Terminar la charla",
    title: "¿Terminar la charla?",
    text: "Todos dejarán de oír la charla. El enlace sigue siendo el mismo: puede volver al aire con él.",
    no: "Seguir hablando",
    yes: "Terminar para todos",
  },
  displaced: {
    headline: "Fuera del aire aquí",
    title: "Ha salido al aire en otra ventana",
    advice: "Esta ventana ha dejado de emitir. Siga allí o continúe aquí.",
  },
  ended: {
    headline: "Terminada",
    byYou: "Ya no se le oye, y se ha avisado a sus oyentes. El enlace sigue siendo suyo.",
    elsewhere: "La charla se ha terminado desde otro sitio. El enlace sigue siendo suyo.",
  },
  goLiveAgain: "Volver al aire",
  takeOver: "Continuar aquí",
  signInAgain: "Iniciar sesión otra vez",
  newSession: "Crear una charla nueva",
};
