import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { number, plural } = createFormats("de");

export const broadcast: Words["broadcast"] = {
  statusLabel: "Stand der Sendung",
  notOnAir: "Nicht auf Sendung",
  goLive: "Auf Sendung gehen",
  status: {
    goingLive: { headline: "Gleich auf Sendung", meaning: "Einen Moment. Noch hört Sie niemand." },
    reconnecting: {
      headline: "Wird neu verbunden",
      meaning: "Wer Sie jetzt hört, hört Sie weiter; wer dazukommt, wartet.",
      attempt: (attempt) => `Wer Sie jetzt hört, hört Sie weiter; wer dazukommt, wartet. ${number(attempt)}. Versuch.`,
    },
    paused: { headline: "Pause", meaning: "Niemand hört Sie. Ihre Zuhörer werden gebeten zu bleiben." },
    muted: { headline: "Stumm", meaning: "Sie sind auf Sendung, aber niemand hört Sie." },
    ending: { headline: "Wird beendet", meaning: "Niemand hört Sie mehr. Ihre Zuhörer erfahren es gerade." },
    silent: {
      nothing: {
        headline: "Kein Ton",
        meaning:
          "Sie sind auf Sendung, aber es kommt nichts an: Niemand hört Sie. Ist das Mikrofon ausgeschaltet oder im System stumm?",
      },
      taken: {
        headline: "Kein Ton",
        meaning:
          "Sie sind auf Sendung, aber Ihr System hat das Mikrofon an sich genommen, vielleicht für einen Anruf: Niemand hört Sie.",
      },
      closed: {
        headline: "Kein Ton",
        meaning: "Sie sind auf Sendung, aber kein Mikrofon ist offen: Niemand hört Sie.",
      },
    },
    onAir: { headline: "Auf Sendung", meaning: "Alle, die den Link haben, können Sie hören." },
  },
  rename: "Umbenennen",
  renamed: "Fertig",
  mute: "Ton aus",
  unmute: "Ton an",
  pause: "Pause",
  resume: "Weiter",
  spaceMutes: "Die Leertaste schaltet den Ton aus und an.",
  keepInFront: "Lassen Sie diese Seite vorn: Ein gesperrter Bildschirm hält das Mikrofon an.",
  microphone: "Mikrofon und Klang",
  tally: {
    label: "Zuhörer",
    hearing: (count) => plural(count, { one: "hört Ihnen zu", other: "hören Ihnen zu" }),
    here: (count) => plural(count, { one: "ist da", other: "sind da" }),
    onTheWay: (connected, waiting) =>
      `${number(connected)} verbunden · ${plural(waiting, { one: "# wartet", other: "# warten" })}`,
    nobody: "Noch ist niemand da.",
    count: number,
  },
  silent: {
    title: (count) => plural(count, { one: "Jemand kann Sie nicht hören", other: "# Zuhörer können Sie nicht hören" }),
    advice:
      "Die Verbindung steht, aber es kommt kein Ton an oder nur Bruchstücke. Oft liegt es am Netz dort: Bitten Sie darum, den Link noch einmal zu öffnen.",
  },
  unreached: {
    title: (count) =>
      plural(count, { one: "Jemand ist nicht zu erreichen", other: "# Zuhörer sind nicht zu erreichen" }),
    advice:
      "Sie haben einen Platz, aber der Ton findet keinen Weg zu ihnen: Das Netz dort sperrt ihn, oder Ihres. Ein anderes lässt ihn vielleicht durch. Die Seite versucht es von selbst immer wieder.",
  },
  refused: {
    title: "Neue Zuhörer kommen nicht herein",
    advice:
      "AWS hat Ihre Sendeerlaubnis nicht erneuert. Wer Sie jetzt hört, hört Sie weiter. Wir versuchen es weiter; bleibt es so, sagen Sie es der Person, die dieses Lectern betreibt.",
  },
  untold: {
    title: "Noch wissen es nicht alle",
    advice:
      "Lectern hat es nicht angenommen: Wer den Link öffnet, liest noch, wie es vorher war. Wir versuchen es weiter.",
  },
  end: {
    action: "Vortrag beenden",
    title: "Den Vortrag beenden?",
    text: "Niemand hört Sie mehr. Der Link bleibt derselbe: Sie können mit ihm wieder auf Sendung gehen.",
    no: "Weitersprechen",
    yes: "Für alle beenden",
  },
  displaced: {
    headline: "Hier nicht auf Sendung",
    title: "Sie sind in einem anderen Fenster auf Sendung gegangen",
    advice: "Dieses Fenster sendet nicht mehr. Machen Sie dort weiter oder übernehmen Sie hier.",
  },
  ended: {
    headline: "Beendet",
    byYou: "Niemand hört Sie mehr, und Ihre Zuhörer wissen Bescheid. Der Link gehört weiter Ihnen.",
    elsewhere: "Der Vortrag wurde anderswo beendet. Der Link gehört weiter Ihnen.",
  },
  goLiveAgain: "Wieder auf Sendung gehen",
  takeOver: "Hier übernehmen",
  signInAgain: "Wieder anmelden",
  newSession: "Neuen Vortrag anlegen",
};
