import { createFormats } from "@lectern/i18n";
import { de as ui } from "@lectern/ui/words/de";
import type { Words } from "./index.ts";

const { plural, seconds } = createFormats("de");

const tell = "Sagen Sie der Person, die dieses Lectern betreibt:";

export const de: Words = {
  ui,
  failures: {
    "identity-pool-not-found": {
      title: "Diese Seite ist für etwas eingerichtet, das es nicht gibt",
      advice: `${tell} AWS kennt keinen Identity Pool mit der ID in VITE_COGNITO_IDENTITY_POOL_ID. Vielleicht ein Tippfehler oder eine andere Region.`,
    },
    "identity-pool-invalid": {
      title: "Diese Seite ist nicht richtig eingerichtet",
      advice: `${tell} Der Identity Pool in VITE_COGNITO_IDENTITY_POOL_ID hat keine brauchbaren Rollen. Sie stehen unter „User access“.`,
    },
    "guest-access-off": {
      title: "Hören ohne Konto ist hier abgeschaltet",
      advice: `${tell} Der Identity Pool lässt keine Gäste zu. Dafür muss „Guest access“ eingeschaltet sein.`,
    },
    "classic-flow-off": {
      title: "Zuhörer können noch nicht eingelassen werden",
      advice: `${tell} Der Identity Pool erlaubt den „basic (classic) flow“ nicht, den Zuhörer brauchen. Er muss eingeschaltet werden.`,
    },
    "guest-role-refused": {
      title: "Zuhörer werden an der Tür abgewiesen",
      advice: `${tell} AWS lässt Gäste die Rolle in VITE_GUEST_ROLE_ARN nicht annehmen. Prüfen Sie die ARN und die Trust Policy der Rolle.`,
    },
    "credentials-refused": {
      title: "Sie konnten nicht eingelassen werden",
      advice: "Versuchen Sie es noch einmal. Bleibt es so, sagen Sie es der Person, von der Sie den Link haben.",
    },
    "clock-wrong": {
      title: "Die Uhr dieses Geräts geht falsch",
      advice: "Stellen Sie Datum und Uhrzeit auf automatisch, dann versuchen Sie es noch einmal.",
    },
    throttled: {
      title: "Zu viele kommen gleichzeitig herein",
      advice: "Warten Sie ein paar Sekunden und versuchen Sie es noch einmal.",
    },
    network: {
      title: "Keine Verbindung",
      advice: "Prüfen Sie, ob dieses Gerät im Netz ist, und versuchen Sie es noch einmal.",
    },
    unavailable: {
      title: "Bei uns hat etwas nicht funktioniert",
      advice: "Warten Sie einen Moment und versuchen Sie es noch einmal.",
    },
    "bad-response": {
      title: "Etwas zwischen Ihnen und dem Vortrag hat Unsinn geantwortet",
      advice:
        "Das tun Netze, in denen man sich erst anmelden muss, wie in Hotels. Öffnen Sie irgendeine andere Seite, dann versuchen Sie es noch einmal.",
    },
    "signaling-refused": {
      title: "Der Weg zum Vortrag wurde verweigert",
      advice: "Versuchen Sie es noch einmal. Bleibt es so, sagen Sie es der Person, von der Sie den Link haben.",
    },
    "no-path": {
      title: "Der Ton findet keinen Weg zu Ihnen",
      advice: "Ihr Netz sperrt ihn. Nehmen Sie ein anderes, etwa die Verbindung Ihres Telefons.",
    },
    "session-not-found": {
      title: "Diesen Vortrag gibt es nicht mehr",
      advice: "Er wurde entfernt. Bitten Sie um einen neuen Link.",
    },
    "not-supported": {
      title: "Dieser Browser kann keine Vorträge live spielen",
      advice: "Öffnen Sie den Link in einem aktuellen Chrome, Edge, Firefox oder Safari.",
    },
  },
  tryAgain: "Noch einmal versuchen",
  brokenAdvice: "Laden Sie die Seite neu: Der Vortrag geht inzwischen weiter, und Sie gleich mit ihm.",
  configuration: {
    title: "Lectern ist noch nicht eingerichtet",
    count: (count) =>
      plural(count, {
        one: "Ein Wert, mit dem diese Seite gebaut wurde, fehlt oder ist falsch.",
        other: "# Werte, mit denen diese Seite gebaut wurde, fehlen oder sind falsch.",
      }),
    onlyListening: "Wollten Sie nur zuhören, sagen Sie es der Person, von der Sie den Link haben.",
    looksLike: "So sieht er aus",
    whereToFind: "Wo er zu finden ist",
    correct: (file, example) => (
      <>
        Berichtigen Sie {file} (das Beispiel {example} erklärt jede Zeile), dann bauen Sie neu.
      </>
    ),
  },
  home: {
    title: "Einen Vortrag hören",
    lead: "Öffnen Sie den Link, den Sie bekommen haben, oder tippen Sie den Code hier ein.",
    code: "Code des Vortrags",
    hint: "Meist vier englische Wörter, etwa acorn-lake-river-tidy. Ein ganzer Link geht auch.",
    missing: "Tippen Sie zuerst den Code ein.",
    unfit: "Das ist kein Code: nur Buchstaben, Ziffern und Bindestriche.",
    join: "Zum Vortrag",
    choose: "Wörter zur Auswahl",
    offered: (words) => `Wörter zur Auswahl: ${words}`,
    unknownWord: (word) => `„${word}“ ist keines unserer Wörter. Wenn es stimmt, drücken Sie noch einmal.`,
    didYouMean: (word, nearest) =>
      `„${word}“ ist keines unserer Wörter. Meinten Sie „${nearest}“? Wenn nicht, drücken Sie noch einmal.`,
    didYouMeanOne: (word) =>
      `„${word}“ ist keines unserer Wörter. Meinten Sie eines von diesen? Wenn nicht, drücken Sie noch einmal.`,
  },
  inApp: {
    open: "Öffnen Sie die Seite in Ihrem Browser.",
    nameless: "einer App",
    mayStop: (app) =>
      `Sie sind in ${app}: Der Ton kann aufhören, wenn Sie die App verlassen oder den Bildschirm sperren.`,
    cannotPlay: (app) => `Sie sind in ${app}. Dort lassen sich keine Vorträge live spielen.`,
    how: "Suchen Sie in ihrem Menü „Im Browser öffnen“.",
  },
  notFound: {
    documentTitle: "Kein solcher Vortrag",
    title: "Kein Vortrag hat diesen Link",
    text: (code) => (
      <>
        Unter {code} wurde nichts gefunden. Vergleichen Sie ihn mit dem, was Sie bekommen haben, oder bitten Sie um
        einen neuen Link.
      </>
    ),
  },
  talk: {
    statusLabel: "Stand der Übertragung",
    untitled: "Ein Vortrag, live",
    listen: "Hören",
    stop: "Stopp",
    volume: "Lautstärke",
    awayFor: (time) => <>Seit {time} unterbrochen</>,
  },
  status: {
    "looking-up": { headline: "Der Vortrag wird gesucht", advice: "Einen Moment." },
    unreachable: {
      headline: "Noch keine Verbindung",
      advice: "Es wird immer wieder von selbst versucht. Sind Sie online?",
    },
    "unreachable-armed": {
      headline: "Noch keine Verbindung",
      advice: "Es wird immer wieder versucht, und der Ton beginnt von selbst. Lassen Sie diese Seite offen.",
    },
    waiting: {
      headline: "Warten auf den Vortrag",
      advice: "Drücken Sie jetzt auf Hören, dann beginnt der Ton von selbst.",
    },
    "waiting-armed": {
      headline: "Warten auf den Vortrag",
      advice: "Der Ton beginnt von selbst. Lassen Sie diese Seite offen.",
    },
    connecting: { headline: "Verbinden", advice: "Einen Moment." },
    "connecting-armed": { headline: "Verbinden", advice: "Der Ton beginnt von selbst." },
    live: { headline: "Live", advice: "Drücken Sie auf Hören." },
    "live-standby": { headline: "Live", advice: "Drücken Sie auf Hören, um zurückzukommen." },
    "live-playing": { headline: "Live", advice: "Sie hören zu." },
    paused: { headline: "Pause", advice: "Drücken Sie auf Hören, um danach dabei zu sein." },
    "paused-playing": { headline: "Pause", advice: "Bleiben Sie: Es geht von selbst weiter." },
    muted: { headline: "Mikrofon stumm", advice: "Drücken Sie auf Hören, um dabei zu sein, wenn es weitergeht." },
    "muted-playing": { headline: "Mikrofon stumm", advice: "Sobald es weitergeht, hören Sie es." },
    "needs-tap": {
      headline: "Noch einmal tippen",
      advice: "Ein Anruf oder Ihr Browser hat den Ton angehalten. Drücken Sie auf Hören, dann geht es weiter.",
    },
    reconnecting: { headline: "Neu verbinden", advice: "Einen Moment." },
    "reconnecting-armed": { headline: "Neu verbinden", advice: "Der Ton kommt von selbst zurück." },
    full: {
      headline: "Der Vortrag ist voll",
      advice: "Drücken Sie auf Hören, um den nächsten freien Platz zu bekommen.",
    },
    "full-armed": {
      headline: "Der Vortrag ist voll",
      advice: "Sobald jemand geht, beginnt der Ton von selbst. Lassen Sie diese Seite offen.",
    },
    ended: {
      headline: "Beendet",
      advice: "Danke fürs Zuhören. Geht es noch einmal weiter, können Sie es gleich hier hören.",
    },
  },
  options: {
    summary: "Einstellungen",
    delay: "Verzögerung",
    lowDelay: "Kurz",
    lowDelayHint: "Dicht am gesprochenen Wort.",
    steady: "Ruhig",
    steadyHint: "Eine halbe Sekunde später, mit weniger Lücken.",
    whileListening: "Die Verzögerung steht hier, während Sie hören.",
    later: (delayMs) => (
      <>
        Sie hören alles <data value={Math.round(delayMs)}>{seconds(delayMs)}</data> später.
      </>
    ),
    system: "Wie dieses Gerät es wählt",
    playThrough: "Ausgabe über",
    pick: "Ausgabe über …",
  },
};
