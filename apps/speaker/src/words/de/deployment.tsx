import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { number } = createFormats("de");

export const deployment: Words["deployment"] = {
  newPassword: "Neues Passwort",
  conditions: {
    label: "Was das Passwort braucht",
    length: (minimum) => `Mindestens ${number(minimum)} Zeichen`,
    lowercase: "Ein Kleinbuchstabe",
    uppercase: "Ein Großbuchstabe",
    number: "Eine Ziffer",
    symbol: "Ein Sonderzeichen, etwa - oder !",
    noOuterSpace: "Kein Leerzeichen am Anfang oder Ende",
    atMost: (maximum) => `Höchstens ${number(maximum)} Zeichen`,
  },
  authenticator: {
    qrCode: "QR-Code für Ihre Authenticator-App",
    scan: (uri) => (
      <>
        Scannen Sie dies mit einer Authenticator-App und tippen Sie dann den Code ein, den sie zeigt. Auf demselben
        Telefon: <a href={uri}>zur App hinzufügen</a>.
      </>
    ),
    typeKey: "Oder tippen Sie diesen Schlüssel in die App:",
  },
};
