import type { Words } from "../words.ts";
import { accountProblems } from "./account-problems.ts";

export const problems: Words["problems"] = {
  ...accountProblems,
  "identity-pool-not-found": {
    title: "Diese Seite ist für etwas eingerichtet, das es nicht gibt",
    advice:
      "AWS kennt keinen Identity Pool mit der ID in VITE_COGNITO_IDENTITY_POOL_ID. Vielleicht ein Tippfehler oder eine andere Region.",
  },
  "identity-pool-invalid": {
    title: "Das Senden ist nicht richtig eingerichtet",
    advice:
      "Der Identity Pool in VITE_COGNITO_IDENTITY_POOL_ID muss diesen User Pool und eine Rolle für dessen Benutzer nennen.",
  },
  "credentials-refused": {
    title: "Sie durften nicht auf Sendung gehen",
    advice: "Melden Sie sich ab und wieder an. Dann versuchen Sie es noch einmal.",
  },
  "signaling-refused": {
    title: "Der Zugang zu Ihren Zuhörern wurde verweigert",
    advice: "Versuchen Sie es noch einmal. Bleibt es so, sagen Sie es der Person, die dieses Lectern betreibt.",
  },
  "clock-wrong": {
    title: "Die Uhr dieses Geräts geht falsch",
    advice: "Stellen Sie Datum und Uhrzeit auf automatisch, dann versuchen Sie es noch einmal.",
  },
  "not-supported": {
    title: "Dieser Browser kann keinen Ton senden",
    advice:
      "Öffnen Sie die Seite in einem aktuellen Chrome, Edge, Firefox oder Safari, unter einer Adresse, die mit https:// beginnt. Auf einem iPhone im Blockierungsmodus nehmen Sie diese Website davon aus.",
  },
  "microphone-denied": {
    title: "Das Mikrofon ist gesperrt",
    advice:
      "Erlauben Sie dieser Seite das Mikrofon: Wählen Sie das Symbol neben der Adresse, geben Sie das Mikrofon frei und drücken Sie dann auf „Noch einmal versuchen“. Gibt es kein Symbol, sehen Sie in den Datenschutzeinstellungen Ihres Systems nach.",
  },
  "microphone-missing": {
    title: "Kein Mikrofon gefunden",
    advice: "Schließen Sie eines an oder wählen Sie ein anderes, dann drücken Sie auf „Noch einmal versuchen“.",
  },
  "microphone-failed": {
    title: "Das Mikrofon lässt sich nicht benutzen",
    advice:
      "Vielleicht benutzt es gerade ein anderes Programm. Schließen Sie dieses Programm oder wählen Sie ein anderes Mikrofon, dann drücken Sie auf „Noch einmal versuchen“.",
  },
  "microphone-not-open": {
    title: "Das Mikrofon ist noch nicht bereit",
    advice: "Erlauben Sie es und prüfen Sie, ob sich der Pegel bewegt. Dann gehen Sie auf Sendung.",
  },
  throttled: {
    title: "Zu viel auf einmal",
    advice:
      "Warten Sie ein paar Sekunden und versuchen Sie es noch einmal. Hilft das nicht, warten Sie ein paar Minuten.",
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
    title: "Etwas zwischen Ihnen und Lectern hat unverständlich geantwortet",
    advice:
      "Das tun Netze, in denen man sich erst anmelden muss, wie in Hotels. Öffnen Sie irgendeine andere Seite, dann versuchen Sie es noch einmal.",
  },
  "bad-request": {
    title: "Das wurde nicht angenommen",
    advice: "Laden Sie die Seite neu. Passiert es wieder, sagen Sie es der Person, die dieses Lectern betreibt.",
  },
  "too-large": { title: "Das war zu lang", advice: "Kürzen Sie es und versuchen Sie es noch einmal." },
  "no-path": {
    title: "Noch kein Weg auf Sendung",
    advice:
      "Vielleicht lässt Ihr Netz Webseiten durch und sperrt Live-Verbindungen. Versuchen Sie es mit einem anderen, etwa dem Ihres Telefons. Die Seite versucht es von selbst immer wieder.",
  },
  "session-not-found": {
    title: "Diesen Vortrag gibt es nicht mehr",
    advice: "Er wurde entfernt. Legen Sie einen neuen an, um einen neuen Link zu bekommen.",
  },
  "not-owner": {
    title: "Dieser Vortrag gehört jemand anderem",
    advice: "Melden Sie sich mit dem Konto an, das ihn angelegt hat, oder legen Sie einen neuen an.",
  },
  "too-many-sessions": {
    title: "Mehr Vorträge als diese kann niemand haben",
    advice: "Löschen Sie einen, den Sie nicht mehr brauchen, und legen Sie dann den neuen an.",
  },
  "code-taken": { title: "Dieser Code ist vergeben", advice: "Wählen Sie einen anderen." },
  "already-hosted": {
    title: "Sie sind in einem anderen Fenster auf Sendung",
    advice: "Machen Sie dort weiter oder übernehmen Sie hier: Das andere Fenster hört dann auf zu senden.",
  },
};
