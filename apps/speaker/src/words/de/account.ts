import type { Words } from "../words.ts";

export const account: Words["account"] = {
  corner: { talks: "Vorträge", account: "Konto", signOut: "Abmelden" },
  title: "Ihr Konto",
  name: {
    title: "Name",
    none: "Nicht angegeben.",
    change: "Name ändern",
    label: "Ihr Name",
    save: "Name speichern",
    saved: "Gespeichert.",
  },
  email: {
    title: "E-Mail",
    keptBy: (provider) => `Sie melden sich über ${provider} an: Adresse und Passwort liegen dort.`,
    change: "E-Mail-Adresse ändern",
    label: "Neue E-Mail-Adresse",
    send: "Code schicken",
    sentTo: (next, present) =>
      `Er wurde an ${next} geschickt. Bis Sie ihn hier eintippen, bleibt ${present} Ihre Adresse.`,
    confirm: "Adresse bestätigen",
    another: "Andere Adresse",
    changed: "Geändert. Melden Sie sich von jetzt an mit der neuen Adresse an.",
  },
  password: {
    title: "Passwort",
    change: "Passwort ändern",
    present: "Aktuelles Passwort",
    save: "Passwort speichern",
    changed: "Geändert. Andere Geräte bleiben angemeldet; soll das nicht so sein, melden Sie sich überall ab.",
  },
  secondFactor: {
    title: "Anmeldung in zwei Schritten",
    state: {
      totp: "Eingeschaltet: Beim Anmelden wird auch nach einem Code aus Ihrer Authenticator-App gefragt.",
      sms: "Eingeschaltet: Beim Anmelden wird auch nach einem Code gefragt, der als SMS kommt.",
      off: "Ausgeschaltet: Allein Ihr Passwort öffnet Ihr Konto.",
    },
    setUp: "Authenticator-App einrichten",
    another: "Andere App verwenden",
    turnOn: "Einschalten",
    notNow: "Jetzt nicht",
    turnOff: "Ausschalten",
    isOn: "Eingeschaltet. Behalten Sie die App: Ohne sie können Sie sich nicht anmelden.",
    isOff: "Ausgeschaltet.",
    lost: "Sollten Sie das Gerät verlieren, kann die Person, die dieses Lectern betreibt, dies für Sie ausschalten.",
    ask: {
      title: "Anmeldung in zwei Schritten ausschalten?",
      text: "Von da an öffnet allein Ihr Passwort Ihr Konto.",
      yes: "Ausschalten",
      no: "Behalten",
    },
  },
  sessions: {
    title: "Wo Sie angemeldet sind",
    about:
      "„Überall abmelden“ beendet sofort jede Anmeldung: Kein Gerät kann seine danach noch erneuern. Was ein Gerät schon hat, läuft innerhalb einer Stunde ab; bis dahin kann ein Gerät, das auf Sendung ist, auf Sendung bleiben.",
    provider: (provider) =>
      `Bei ${provider} bleiben Sie angemeldet. Auf einem Gerät, das auch andere benutzen, melden Sie sich dort ebenfalls ab.`,
    here: "Hier abmelden",
    everywhere: "Überall abmelden",
  },
  deletion: {
    title: "Konto löschen",
    about:
      "Gelöscht werden Ihr Konto, Ihre Vorträge mit ihren Links und die Aufnahmen in diesem Browser. Ein Vortrag, der auf Sendung ist, endet. Nichts davon lässt sich zurückholen.",
    action: "Konto löschen",
    doing: "Wird gelöscht …",
    ask: {
      title: "Ihr Konto löschen?",
      text: "Sofort und endgültig: das Konto, Ihre Vorträge, ihre Links und die Aufnahmen in diesem Browser.",
      yes: "Endgültig löschen",
      no: "Behalten",
    },
  },
};
