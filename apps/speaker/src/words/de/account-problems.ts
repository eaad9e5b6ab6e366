import type { AccountErrorCode } from "@lectern/auth/errors";
import type { ProblemWords } from "../../problems/codes.ts";

export const accountProblems: Record<AccountErrorCode, ProblemWords> = {
  "wrong-credentials": {
    title: "E-Mail-Adresse oder Passwort ist falsch",
    advice:
      "Prüfen Sie beides und versuchen Sie es noch einmal; beim Passwort zählt Groß- und Kleinschreibung. Haben Sie das Konto auf einem anderen Gerät angelegt und seinen Code nie eingegeben, legen Sie es hier noch einmal an.",
  },
  "not-confirmed": {
    title: "Ihre E-Mail-Adresse ist noch nicht bestätigt",
    advice:
      "Melden Sie sich auf dem Gerät an, auf dem Sie das Konto angelegt haben, oder legen Sie es hier noch einmal an: Sie bekommen einen neuen Code.",
  },
  "already-confirmed": {
    title: "Diese Adresse ist schon bestätigt",
    advice: "Melden Sie sich mit ihr und Ihrem Passwort an.",
  },
  "password-reset-required": {
    title: "Ihr Passwort muss erst geändert werden",
    advice: "Wählen Sie „Passwort vergessen?“ und setzen Sie ein neues.",
  },
  "temporary-password-expired": {
    title: "Ihr erstes Passwort ist zu alt",
    advice: "Es galt nur einige Tage. Bitten Sie die Person, von der Sie das Konto haben, um ein anderes.",
  },
  "password-policy": {
    title: "Dieses Passwort wird nicht angenommen",
    advice:
      "Sehen Sie die Liste unter dem Passwort an: Jede Zeile muss erfüllt sein. Dann schicken Sie es noch einmal.",
  },
  "password-used-before": {
    title: "Dieses Passwort hatten Sie schon einmal",
    advice: "Wählen Sie eines, das Sie hier noch nie hatten.",
  },
  "wrong-password": {
    title: "Ihr aktuelles Passwort ist falsch",
    advice:
      "Tippen Sie das ein, mit dem Sie sich anmelden, und versuchen Sie es noch einmal. Haben Sie es vergessen, melden Sie sich ab und setzen Sie per E-Mail ein neues.",
  },
  "nothing-to-reset": {
    title: "Dieses Konto hat kein Passwort, das sich ändern ließe",
    advice: "Melden Sie sich wie bisher an, oder fragen Sie die Person, von der Sie das Konto haben.",
  },
  "sign-up-closed": {
    title: "Hier lassen sich keine Konten anlegen",
    advice: "Bitten Sie die Person, die dieses Lectern betreibt, um eines.",
  },
  "email-refused": {
    title: "Das ist keine E-Mail-Adresse",
    advice: "Sie sieht aus wie name@example.org. Berichtigen Sie sie und versuchen Sie es noch einmal.",
  },
  "phone-refused": {
    title: "Das ist keine Telefonnummer mit Landesvorwahl",
    advice:
      "Sie beginnt mit + und der Vorwahl des Landes, etwa +49 170 1234567. Berichtigen Sie sie und versuchen Sie es noch einmal.",
  },
  "email-taken": {
    title: "Sie haben mit dieser Adresse schon ein Konto",
    advice: "Melden Sie sich damit an. Ist das Passwort vergessen, setzen Sie per E-Mail ein neues.",
  },
  "wrong-code": {
    title: "Dieser Code ist falsch",
    advice:
      "Prüfen Sie seine Ziffern und versuchen Sie es noch einmal. Sind mehrere gekommen, gilt nur der neueste. Kommt er aus einer App, muss die Uhr ihres Geräts stimmen: Stellen Sie sie auf automatisch.",
  },
  "code-expired": {
    title: "Dieser Code gilt nicht mehr",
    advice: "Lassen Sie sich einen neuen schicken und tippen Sie ihn hier ein.",
  },
  "code-used": {
    title: "Dieser Code wurde schon benutzt",
    advice: "Warten Sie, bis Ihre App den nächsten zeigt, höchstens eine halbe Minute, und tippen Sie diesen ein.",
  },
  "code-not-sent": {
    title: "Der Code konnte nicht geschickt werden",
    advice:
      "Versuchen Sie es in ein paar Minuten noch einmal. Bleibt es so, sagen Sie es der Person, die dieses Lectern betreibt.",
  },
  "hourly-limit": {
    title: "Das wurde zu oft versucht",
    advice: "Zu Ihrer Sicherheit geht das jetzt eine Weile nicht. Versuchen Sie es in einer Stunde noch einmal.",
  },
  "attributes-refused": {
    title: "Etwas an Ihren Angaben wurde nicht angenommen",
    advice: "Prüfen Sie die Felder oben und schicken Sie sie noch einmal.",
  },
  "challenge-expired": {
    title: "Das hat zu lange gedauert",
    advice: "Zu Ihrer Sicherheit wurde der Schritt beendet. Melden Sie sich noch einmal an.",
  },
  "challenge-not-supported": {
    title: "Ihr Konto verlangt einen Schritt, den diese Seite nicht kennt",
    advice: "Sagen Sie der Person, die dieses Lectern betreibt, dass Ihr Konto einen anderen Schritt verlangen soll.",
  },
  "too-many-attempts": {
    title: "Zu viele Versuche",
    advice: "Warten Sie ein paar Minuten, höchstens eine Viertelstunde, dann versuchen Sie es noch einmal.",
  },
  "sign-in-refused": {
    title: "Sie dürfen sich nicht anmelden",
    advice:
      "Das Konto ist abgeschaltet, oder eine Regel verbietet es hier. Fragen Sie die Person, die dieses Lectern betreibt.",
  },
  "provider-refused": {
    title: "Sie wurden dort nicht angemeldet",
    advice:
      "Sie oder der andere Dienst haben abgelehnt. Versuchen Sie es noch einmal, oder melden Sie sich mit E-Mail-Adresse und Passwort an.",
  },
  "provider-answer-unknown": {
    title: "Diese Anmeldung wurde nicht hier begonnen",
    advice: "Sie begann in einem anderen Tab oder vor einiger Zeit. Fangen Sie auf dieser Seite noch einmal an.",
  },
  "storage-needed": {
    title: "Dieser Browser speichert nichts, darum fänden Sie nicht hierher zurück",
    advice:
      "Melden Sie sich mit E-Mail-Adresse und Passwort an, oder verlassen Sie den privaten Modus und versuchen Sie es noch einmal.",
  },
  "signed-out": { title: "Sie sind abgemeldet", advice: "Melden Sie sich wieder an, dann geht es weiter." },
  "session-expired": {
    title: "Sie wurden abgemeldet",
    advice:
      "Auf einem anderen Gerät, oder weil Ihre Anmeldung lange zurückliegt. Melden Sie sich wieder an, dann geht es weiter.",
  },
  "user-pool-not-found": {
    title: "Diese Seite ist für Konten eingerichtet, die es nicht gibt",
    advice:
      "AWS kennt keinen solchen User Pool oder App-Client. Prüfen Sie VITE_COGNITO_USER_POOL_ID und VITE_COGNITO_CLIENT_ID.",
  },
  "user-pool-invalid": {
    title: "Das Anmelden ist nicht richtig eingerichtet",
    advice: "Der App-Client in VITE_COGNITO_CLIENT_ID darf kein Secret haben und muss SRP und Refresh-Token erlauben.",
  },
  "speaker-role-refused": {
    title: "Vortragende werden an der Tür abgewiesen",
    advice:
      "AWS lässt angemeldete Personen die Rolle für Vortragende nicht übernehmen. Die Vertrauensrichtlinie der Rolle muss auch sts:TagSession erlauben.",
  },
};
