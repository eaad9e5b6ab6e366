import { createFormats } from "@lectern/i18n";
import { de as ui } from "@lectern/ui/words/de";
import type { Words } from "./en.tsx";

const { seconds } = createFormats("de");

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
      advice: `${tell} Der Identity Pool in VITE_COGNITO_IDENTITY_POOL_ID hat keine brauchbaren Rollen. Prüfen Sie die Rollen unter „User access“.`,
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
      advice: `${tell} AWS lässt Gäste die Rolle in VITE_GUEST_ROLE_ARN nicht übernehmen. Prüfen Sie den ARN und die Vertrauensrichtlinie der Rolle.`,
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
      title: "Gerade kommen zu viele auf einmal",
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
      title: "Etwas zwischen Ihnen und dem Vortrag hat unverständlich geantwortet",
      advice:
        "Das tun Netze, in denen man sich erst anmelden muss, wie in Hotels. Öffnen Sie irgendeine andere Seite, dann versuchen Sie es noch einmal.",
    },
    "signaling-refused": {
      title: "Der Zugang zum Vortrag wurde verweigert",
      advice: "Versuchen Sie es noch einmal. Bleibt es so, sagen Sie es der Person, von der Sie den Link haben.",
    },
    "not-supported": {
      title: "Dieser Browser kann keine Live-Vorträge abspielen",
      advice:
        "Öffnen Sie den Link in einem aktuellen Chrome, Edge, Firefox oder Safari. Auf einem iPhone im Blockierungsmodus nehmen Sie diese Website davon aus.",
    },
  },
  tryAgain: "Noch einmal versuchen",
  brokenAdvice: "Laden Sie die Seite neu: Der Vortrag läuft inzwischen weiter, und Sie sind gleich wieder dabei.",
  onlyListening: "Wollten Sie nur zuhören, sagen Sie es der Person, von der Sie den Link haben.",
  home: {
    title: "Einen Vortrag hören",
    lead: "Öffnen Sie den Link, den Sie bekommen haben, oder tippen Sie den Code hier ein.",
    code: "Code des Vortrags",
    hint: "Meist vier englische Wörter, etwa acorn-lake-river-tidy. Ein ganzer Link geht auch.",
    missing: "Tippen Sie zuerst den Code ein.",
    unfit: "Darin steht kein Code, oder mehr als einer. Ein Code hat nur Buchstaben, Ziffern und Bindestriche.",
    join: "Zum Vortrag",
    choose: "Wörter zur Auswahl",
    offered: (words) => `Wörter zur Auswahl: ${words}`,
    unknownWord: (word) =>
      `„${word}“ ist keines unserer Wörter. Wenn es stimmt, drücken Sie noch einmal auf „Zum Vortrag“.`,
    didYouMean: (word, nearest) =>
      `„${word}“ ist keines unserer Wörter. Meinten Sie „${nearest}“? Wenn nicht, drücken Sie noch einmal auf „Zum Vortrag“.`,
    didYouMeanOne: (word) =>
      `„${word}“ ist keines unserer Wörter. Meinten Sie eines der folgenden? Wenn nicht, drücken Sie noch einmal auf „Zum Vortrag“.`,
    didYouMeanCode: (code) => `Meinten Sie „${code}“? Wenn nicht, drücken Sie noch einmal auf „Zum Vortrag“.`,
  },
  inApp: {
    open: "Öffnen Sie die Seite in Ihrem Browser.",
    nameless: "einer App",
    mayStop: (app) =>
      `Sie sind in ${app}: Der Ton kann aufhören, wenn Sie die App verlassen oder den Bildschirm sperren.`,
    cannotPlay: (app) => `Sie sind in ${app}. Dort lassen sich keine Live-Vorträge abspielen.`,
    how: "Suchen Sie im Menü der App nach „Im Browser öffnen“.",
  },
  notFound: {
    documentTitle: "Vortrag nicht gefunden",
    title: "Zu diesem Link gibt es keinen Vortrag",
    text: (code) => (
      <>
        Unter {code} wurde nichts gefunden. Vergleichen Sie den Code mit dem, was Sie bekommen haben, oder bitten Sie um
        einen neuen Link.
      </>
    ),
    removed: {
      title: "Diesen Vortrag gibt es nicht mehr",
      text: () => "Er wurde entfernt. Bitten Sie um einen neuen Link.",
    },
  },
  talk: {
    statusLabel: "Stand der Übertragung",
    untitled: "Ein Live-Vortrag",
    listen: "Zuhören",
    stop: "Stopp",
    volume: "Lautstärke",
    awayFor: (time) => <>Unterbrechung: {time}</>,
  },
  status: {
    "looking-up": { headline: "Der Vortrag wird gesucht", advice: "Einen Moment." },
    unreachable: {
      headline: "Noch keine Verbindung",
      advice: "Die Seite versucht es von selbst immer wieder. Sind Sie online?",
    },
    "unreachable-armed": {
      headline: "Noch keine Verbindung",
      advice: "Die Seite versucht es immer wieder, und der Ton beginnt von selbst. Lassen Sie sie offen.",
    },
    waiting: {
      headline: "Warten auf den Vortrag",
      advice: "Drücken Sie jetzt auf „Zuhören“, dann beginnt der Ton von selbst.",
    },
    "waiting-armed": {
      headline: "Warten auf den Vortrag",
      advice: "Der Ton beginnt von selbst. Lassen Sie diese Seite offen.",
    },
    connecting: { headline: "Wird verbunden", advice: "Einen Moment." },
    "connecting-armed": { headline: "Wird verbunden", advice: "Der Ton beginnt von selbst." },
    live: { headline: "Live", advice: "Drücken Sie auf „Zuhören“, um den Vortrag zu hören." },
    "live-standby": { headline: "Live", advice: "Drücken Sie auf „Zuhören“, um zurückzukommen." },
    "live-playing": { headline: "Live", advice: "Sie hören zu." },
    "live-turned-down": { headline: "Live", advice: "Sie hören nichts: Die Lautstärke steht auf null." },
    paused: { headline: "Pause", advice: "Es ist gerade Pause. Drücken Sie auf „Zuhören“, um danach dabei zu sein." },
    "paused-playing": { headline: "Pause", advice: "Es ist gerade Pause. Bleiben Sie da: Es geht von selbst weiter." },
    muted: { headline: "Mikrofon stumm", advice: "Drücken Sie auf „Zuhören“, um dabei zu sein, wenn es weitergeht." },
    "muted-playing": { headline: "Mikrofon stumm", advice: "Sobald es weitergeht, hören Sie es." },
    "needs-tap": {
      headline: "Noch einmal tippen",
      advice: "Ein Anruf oder Ihr Browser hat den Ton angehalten. Drücken Sie auf „Zuhören“, dann geht es weiter.",
    },
    reconnecting: { headline: "Wird neu verbunden", advice: "Einen Moment." },
    "reconnecting-armed": { headline: "Wird neu verbunden", advice: "Der Ton kommt von selbst zurück." },
    "no-socket": {
      headline: "Der Weg zum Vortrag ist versperrt",
      advice:
        "Webseiten kommen bei Ihnen an, Live-Verbindungen nicht: Vielleicht sperrt Ihr Netz sie. Versuchen Sie es mit einem anderen, etwa dem Ihres Telefons. Die Seite versucht es von selbst immer wieder.",
    },
    "no-answer": {
      headline: "Die Gegenseite antwortet nicht",
      advice:
        "Vielleicht ist ihre Verbindung schwach oder gesperrt. Die Seite versucht es von selbst immer wieder. Lassen Sie sie offen.",
    },
    "no-route": {
      headline: "Kein Weg für den Ton",
      advice:
        "Ihr Netz oder das der Gegenseite sperrt ihn. Versuchen Sie es mit einem anderen, etwa dem Ihres Telefons. Die Seite versucht es von selbst immer wieder.",
    },
    full: {
      headline: "Alle Plätze sind besetzt",
      advice: "Drücken Sie auf „Zuhören“, um den nächsten freien Platz zu bekommen.",
    },
    "full-armed": {
      headline: "Alle Plätze sind besetzt",
      advice: "Sobald jemand geht, beginnt der Ton von selbst. Lassen Sie diese Seite offen.",
    },
    ended: {
      headline: "Beendet",
      advice: "Danke fürs Zuhören. Geht der Vortrag wieder auf Sendung, können Sie ihn gleich hier hören.",
    },
  },
  options: {
    summary: "Einstellungen",
    delay: "Verzögerung",
    lowDelay: "Kurz",
    lowDelayHint: "Dicht am gesprochenen Wort.",
    steady: "Stabil",
    steadyHint: "Eine halbe Sekunde später, mit weniger Aussetzern.",
    whileListening: "Die Verzögerung steht hier, während Sie zuhören.",
    later: (delayMs) => (
      <>
        Sie hören alles <data value={Math.round(delayMs)}>{seconds(delayMs)}</data> später.
      </>
    ),
    system: "Vorgabe dieses Geräts",
    playThrough: "Wiedergabe über",
    pick: "Wiedergabe über …",
  },
};
