import { createFormats } from "@lectern/i18n";
import { es as ui } from "@lectern/ui/words/es";
import type { Words } from "./en.tsx";

const { seconds } = createFormats("es");

const tell = "Dígaselo a quien administra este Lectern:";

export const es: Words = {
  ui,
  failures: {
    "identity-pool-not-found": {
      title: "Esta página está configurada para algo que no existe",
      advice: `${tell} AWS no conoce ningún Identity Pool con el ID de VITE_COGNITO_IDENTITY_POOL_ID. Puede tener una errata o ser de otra región.`,
    },
    "identity-pool-invalid": {
      title: "Esta página no está bien configurada",
      advice: `${tell} el Identity Pool de VITE_COGNITO_IDENTITY_POOL_ID no tiene roles válidos. Revise los roles en «User access».`,
    },
    "guest-access-off": {
      title: "Aquí no se puede escuchar sin cuenta",
      advice: `${tell} el Identity Pool no admite invitados. Active «Guest access».`,
    },
    "classic-flow-off": {
      title: "Los oyentes aún no pueden entrar",
      advice: `${tell} el Identity Pool no permite el «basic (classic) flow», que los oyentes necesitan. Actívelo.`,
    },
    "guest-role-refused": {
      title: "A los oyentes no se les deja entrar",
      advice: `${tell} AWS no deja que los invitados asuman el rol de VITE_GUEST_ROLE_ARN. Revise el ARN y la política de confianza del rol.`,
    },
    "credentials-refused": {
      title: "No ha podido entrar",
      advice: "Inténtelo de nuevo. Si sigue igual, dígaselo a quien le dio el enlace.",
    },
    "clock-wrong": {
      title: "La hora de este dispositivo no es correcta",
      advice: "Ponga la fecha y la hora en automático e inténtelo de nuevo.",
    },
    throttled: {
      title: "Está entrando demasiada gente a la vez",
      advice: "Espere unos segundos e inténtelo de nuevo.",
    },
    network: {
      title: "Sin conexión",
      advice: "Compruebe que este dispositivo tiene conexión a Internet e inténtelo de nuevo.",
    },
    unavailable: {
      title: "Algo no ha funcionado por nuestra parte",
      advice: "Espere un momento e inténtelo de nuevo.",
    },
    "bad-response": {
      title: "Algo entre usted y la charla ha dado una respuesta sin sentido",
      advice:
        "Suele pasar en redes que piden iniciar sesión antes, como en los hoteles. Abra cualquier otra página e inténtelo de nuevo.",
    },
    "signaling-refused": {
      title: "Se ha denegado el acceso a la charla",
      advice: "Inténtelo de nuevo. Si sigue igual, dígaselo a quien le dio el enlace.",
    },
    "not-supported": {
      title: "Este navegador no puede reproducir charlas en directo",
      advice:
        "Abra el enlace en una versión actual de Chrome, Edge, Firefox o Safari. En un iPhone en modo de aislamiento, excluya este sitio web.",
    },
  },
  tryAgain: "Intentar de nuevo",
  brokenAdvice: "Vuelva a cargar la página: la charla sigue mientras tanto, y usted con ella.",
  onlyListening: "Si solo quería escuchar, dígaselo a quien le dio el enlace.",
  home: {
    title: "Escuchar una charla",
    lead: "Abra el enlace que le han dado o escriba aquí su código.",
    code: "Código de la charla",
    hint: "Normalmente cuatro palabras inglesas, como acorn-lake-river-tidy. También sirve el enlace completo.",
    missing: "Escriba primero el código.",
    unfit: "Ahí no hay ningún código, o hay más de uno. Un código solo tiene letras, números y guiones.",
    join: "Entrar",
    choose: "Palabras para elegir",
    offered: (words) => `Palabras para elegir: ${words}`,
    unknownWord: (word) => `«${word}» no es una de nuestras palabras. Si es correcta, pulse «Entrar» otra vez.`,
    didYouMean: (word, nearest) =>
      `«${word}» no es una de nuestras palabras. ¿Quería decir «${nearest}»? Si no, pulse «Entrar» otra vez.`,
    didYouMeanOne: (word) =>
      `«${word}» no es una de nuestras palabras. ¿Quería decir una de estas? Si no, pulse «Entrar» otra vez.`,
    didYouMeanCode: (code) => `¿Quería decir «${code}»? Si no, pulse «Entrar» otra vez.`,
  },
  inApp: {
    open: "Abra la página en su navegador.",
    nameless: "una aplicación",
    mayStop: (app) => `Está dentro de ${app}: el sonido puede detenerse si sale o si bloquea la pantalla.`,
    cannotPlay: (app) => `Está dentro de ${app}, que no puede reproducir charlas en directo.`,
    how: "Busque en el menú de la aplicación «Abrir en el navegador».",
  },
  notFound: {
    documentTitle: "Charla no encontrada",
    title: "Ninguna charla tiene este enlace",
    text: (code) => <>No se ha encontrado nada con {code}. Compárelo con lo que le dieron o pida un enlace nuevo.</>,
    removed: {
      title: "Esta charla ya no existe",
      text: () => "La han eliminado. Pida un enlace nuevo.",
    },
  },
  talk: {
    statusLabel: "Estado de la escucha",
    untitled: "Una charla en directo",
    listen: "Escuchar",
    stop: "Detener",
    volume: "Volumen",
    awayFor: (time) => <>Interrupción: {time}</>,
  },
  status: {
    "looking-up": { headline: "Buscando la charla", advice: "Un momento." },
    unreachable: {
      headline: "Aún sin conexión",
      advice: "La página lo sigue intentando. ¿Tiene conexión a Internet?",
    },
    "unreachable-armed": {
      headline: "Aún sin conexión",
      advice: "La página lo sigue intentando, y el sonido empezará solo. Déjela abierta.",
    },
    waiting: {
      headline: "Esperando la charla",
      advice: "Pulse «Escuchar» ahora y el sonido empezará solo.",
    },
    "waiting-armed": {
      headline: "Esperando la charla",
      advice: "El sonido empezará solo. Deje esta página abierta.",
    },
    connecting: { headline: "Conectando", advice: "Un momento." },
    "connecting-armed": { headline: "Conectando", advice: "El sonido empezará solo." },
    live: { headline: "En directo", advice: "Pulse «Escuchar» para oír la charla." },
    "live-standby": { headline: "En directo", advice: "Pulse «Escuchar» para volver." },
    "live-playing": { headline: "En directo", advice: "Está escuchando." },
    "live-turned-down": { headline: "En directo", advice: "No oye nada: el volumen está a cero." },
    paused: { headline: "En pausa", advice: "Hay un descanso. Pulse «Escuchar» para oír la charla cuando siga." },
    "paused-playing": { headline: "En pausa", advice: "Hay un descanso. Quédese: la charla seguirá sola." },
    muted: { headline: "Micrófono silenciado", advice: "Pulse «Escuchar» para oír la charla cuando siga." },
    "muted-playing": { headline: "Micrófono silenciado", advice: "En cuanto la charla siga, la oirá." },
    "needs-tap": {
      headline: "Un toque más",
      advice: "Una llamada o su navegador ha detenido el sonido. Pulse «Escuchar» para seguir.",
    },
    reconnecting: { headline: "Reconectando", advice: "Un momento." },
    "reconnecting-armed": { headline: "Reconectando", advice: "El sonido volverá solo." },
    "no-socket": {
      headline: "El camino a la charla está bloqueado",
      advice:
        "Las páginas web le llegan, las conexiones en directo no: puede que su red las bloquee. Pruebe con otra, por ejemplo la de su teléfono. La página lo sigue intentando.",
    },
    "no-answer": {
      headline: "La otra parte no responde",
      advice: "Puede que su conexión sea débil o esté bloqueada. La página lo sigue intentando. Déjela abierta.",
    },
    "no-route": {
      headline: "Sin camino para el sonido",
      advice:
        "Su red, o la de quien habla, lo bloquea. Pruebe con otra, por ejemplo la de su teléfono. La página lo sigue intentando.",
    },
    full: {
      headline: "Aforo completo",
      advice: "Pulse «Escuchar» para ocupar el próximo lugar libre.",
    },
    "full-armed": {
      headline: "Aforo completo",
      advice: "En cuanto alguien salga, el sonido empezará solo. Deje esta página abierta.",
    },
    ended: {
      headline: "Terminada",
      advice: "Gracias por escuchar. Si la charla vuelve al aire, podrá oírla aquí mismo.",
    },
  },
  options: {
    summary: "Opciones",
    delay: "Retardo",
    lowDelay: "Corto",
    lowDelayHint: "Muy cerca de quien habla.",
    steady: "Estable",
    steadyHint: "Medio segundo más tarde, con menos cortes.",
    whileListening: "El retardo se muestra mientras escucha.",
    later: (delayMs) => (
      <>
        Oye la charla con <data value={Math.round(delayMs)}>{seconds(delayMs)}</data> de retardo.
      </>
    ),
    system: "Lo que elija este dispositivo",
    playThrough: "Reproducir en",
    pick: "Reproducir en…",
  },
};
