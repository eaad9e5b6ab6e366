import type { Words } from "../words.ts";

export const signIn: Words["signIn"] = {
  screens: {
    "sign-in": {
      title: "Anmelden, um zu sprechen",
      lead: "Dann prüfen Sie Ihr Mikrofon und gehen auf Sendung. Ihre Zuhörer brauchen kein Konto.",
    },
    "sign-up": {
      title: "Konto anlegen",
      lead: "Sie brauchen eines, um zu sprechen. Ihre Zuhörer brauchen keines.",
    },
    "confirm-sign-up": {
      title: "Sehen Sie in Ihrem Postfach nach",
      lead: (address) => `Ein Code ist unterwegs an ${address}. Er gilt einen Tag.`,
    },
    forgot: {
      title: "Neues Passwort setzen",
      lead: "Gibt es hier ein Konto zu Ihrer Adresse, wird ein Code dorthin geschickt.",
    },
    "reset-password": {
      title: "Sehen Sie in Ihrem Postfach nach",
      lead: (address) => `Gibt es hier ein Konto zu ${address}, ist ein Code unterwegs. Er gilt eine Stunde.`,
    },
    "new-password": {
      title: "Wählen Sie Ihr eigenes Passwort",
      lead: "Ihres stammt von jemand anderem. Wählen Sie eines, das nur Sie kennen.",
    },
    "totp-code": {
      title: "Zweiter Schritt",
      lead: "Tippen Sie den Code ein, den Ihre Authenticator-App für Lectern zeigt.",
    },
    "sms-code": {
      title: "Zweiter Schritt",
      lead: (phone) => `Ein Code wurde an ${phone} geschickt. Er gilt drei Minuten.`,
    },
    "choose-factor": { title: "Zweiter Schritt", lead: "Woher soll der Code kommen?" },
    "set-up-authenticator": {
      title: "Zweiten Schritt einrichten",
      lead: "Hier melden sich alle zusätzlich mit einem Code aus einer App an.",
    },
  },
  email: "E-Mail-Adresse",
  password: "Passwort",
  keep: "Angemeldet bleiben",
  keepHint: "Nicht auf einem Gerät, das auch andere benutzen.",
  signIn: "Anmelden",
  signingIn: "Wird angemeldet …",
  signInMissing: {
    title: "E-Mail-Adresse oder Passwort fehlt",
    advice: "Füllen Sie beides aus, dann melden Sie sich an.",
  },
  forgot: "Passwort vergessen?",
  closed: "Noch kein Konto? Die Person, die dieses Lectern betreibt, legt sie an: Bitten Sie dort um eines.",
  confirmed: "Ihre Adresse ist bestätigt. Melden Sie sich mit Ihrem Passwort an.",
  back: "Zurück zum Anmelden",
  anotherAccount: "Mit einem anderen Konto anmelden",
  anotherAddress: "Andere Adresse verwenden",
  haveAccount: "Ich habe ein Konto",
  continueWith: (provider) => `Weiter mit ${provider}`,
  signUp: {
    offer: "Konto anlegen",
    action: "Konto anlegen",
    doing: "Wird angelegt …",
    missing: {
      title: "E-Mail-Adresse oder Passwort fehlt",
      advice: "Füllen Sie beides aus, dann geht es weiter.",
    },
  },
  code: {
    label: "Code",
    resend: "Neuen Code schicken",
    resent: "Ein neuer Code ist unterwegs.",
    noMail: "Keine E-Mail bekommen?",
    noMailCheck: "Sie kann eine Minute brauchen oder im Spam-Ordner liegen. Prüfen Sie auch die Adresse:",
    noMailReset: "Sie kann eine Minute brauchen oder im Spam-Ordner liegen.",
    invited:
      "Wurden Sie eingeladen und haben sich noch nie angemeldet? Dann melden Sie sich mit dem Passwort an, das Sie bekommen haben, oder bitten Sie die Person, die Sie eingeladen hat, um ein neues.",
  },
  confirm: {
    action: "Bestätigen",
    doing: "Wird bestätigt …",
    missing: { title: "Der Code fehlt", advice: "Tippen Sie die sechs Ziffern aus der E-Mail ein." },
  },
  reset: {
    send: "Code schicken",
    sending: "Wird geschickt …",
    missingAddress: { title: "Ihre Adresse fehlt", advice: "Tippen Sie sie ein, dann geht es weiter." },
    missing: { title: "Code oder Passwort fehlt", advice: "Füllen Sie beides aus, dann geht es weiter." },
  },
  newPassword: {
    action: "Speichern und anmelden",
    doing: "Wird gespeichert …",
    missing: { title: "Es fehlt noch etwas", advice: "Füllen Sie alle Felder aus, dann geht es weiter." },
    attributes: {
      name: { label: "Name" },
      given_name: { label: "Vorname" },
      family_name: { label: "Nachname" },
      birthdate: { label: "Geburtsdatum", hint: "Als Jahr, Monat und Tag, etwa 1990-12-31." },
      phone_number: { label: "Telefonnummer", hint: "Mit Landesvorwahl, etwa +4930123456." },
    },
  },
  secondFactor: {
    totp: "Authenticator-App",
    sms: "SMS",
    action: "Weiter",
    setUp: "Bestätigen und anmelden",
    doing: "Wird geprüft …",
    missing: { title: "Der Code fehlt", advice: "Tippen Sie seine sechs Ziffern ein." },
    newSms: "Für einen neuen Code noch einmal anmelden",
    lost: "Gerät verloren?",
    lostAdvice:
      "Niemand kann den Code nachsehen. Die Person, die dieses Lectern betreibt, kann die Anmeldung in zwei Schritten für Sie ausschalten: Bitten Sie darum, melden Sie sich mit Ihrem Passwort an und richten Sie sie auf Ihrem neuen Gerät ein.",
  },
  again: {
    title: "Sie wurden abgemeldet",
    advice: "Wer Sie jetzt hört, hört Sie weiter, aber neue Zuhörer kommen nicht herein, bis Sie sich wieder anmelden.",
    toEnd:
      "Melden Sie sich wieder an, damit der Vortrag für alle endet: Bis dahin liest, wer den Link öffnet, dass er noch läuft.",
  },
};
