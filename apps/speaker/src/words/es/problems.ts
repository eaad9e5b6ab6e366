import type { Words } from "../words.ts";
import { accountProblems } from "./account-problems.ts";

export const problems: Words["problems"] = {
  ...accountProblems,
  "identity-pool-not-found": {
    title: "Esta página está configurada para algo que no existe",
    advice:
      "AWS no conoce ningún Identity Pool con el ID de VITE_COGNITO_IDENTITY_POOL_ID. Puede tener una errata o ser de otra región.",
  },
  "identity-pool-invalid": {
    title: "La emisión no está bien configurada",
    advice: "El Identity Pool de VITE_COGNITO_IDENTITY_POOL_ID debe nombrar este User Pool y un rol para sus usuarios.",
  },
  "credentials-refused": {
    title: "No ha podido salir al aire",
    advice: "Cierre la sesión, iníciela otra vez e inténtelo de nuevo.",
  },
  "signaling-refused": {
    title: "Se ha denegado el acceso a sus oyentes",
    advice: "Inténtelo de nuevo. Si sigue igual, dígaselo a quien administra este Lectern.",
  },
  "clock-wrong": {
    title: "La hora de este dispositivo no es correcta",
    advice: "Ponga la fecha y la hora en automático e inténtelo de nuevo.",
  },
  "not-supported": {
    title: "Este navegador no puede enviar sonido",
    advice:
      "Abra la página en una versión actual de Chrome, Edge, Firefox o Safari, en una dirección que empiece por https://. En un iPhone en modo de aislamiento, excluya este sitio web.",
  },
  "microphone-denied": {
    title: "El micrófono está bloqueado",
    advice:
      "Permita el micrófono en esta página: elija el icono junto a la dirección, permítalo y pulse «Intentar de nuevo». Si no hay icono, mire en los ajustes de privacidad de su sistema.",
  },
  "microphone-missing": {
    title: "No se ha encontrado ningún micrófono",
    advice: "Conecte uno o elija otro y pulse «Intentar de nuevo».",
  },
  "microphone-failed": {
    title: "No se puede usar el micrófono",
    advice:
      "Quizá lo esté usando otro programa. Cierre ese programa o elija otro micrófono y pulse «Intentar de nuevo».",
  },
  "microphone-not-open": {
    title: "El micrófono aún no está listo",
    advice: "Permítalo, compruebe que el medidor se mueve y salga al aire.",
  },
  throttled: {
    title: "Demasiado a la vez",
    advice: "Espere unos segundos e inténtelo de nuevo. Si no sirve, espere unos minutos.",
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
    title: "Algo entre usted y Lectern ha dado una respuesta sin sentido",
    advice:
      "Suele pasar en redes que piden iniciar sesión antes, como en los hoteles. Abra cualquier otra página e inténtelo de nuevo.",
  },
  "bad-request": {
    title: "Eso no se ha aceptado",
    advice: "Vuelva a cargar la página. Si se repite, dígaselo a quien administra este Lectern.",
  },
  "too-large": { title: "Era demasiado largo", advice: "Acórtelo e inténtelo de nuevo." },
  "no-path": {
    title: "Aún sin camino al aire",
    advice:
      "Puede que su red deje pasar las páginas web y bloquee las conexiones en directo. Pruebe con otra, por ejemplo la de su teléfono. La página lo sigue intentando.",
  },
  "session-not-found": {
    title: "Esta charla ya no existe",
    advice: "La han eliminado. Cree una nueva para tener un enlace nuevo.",
  },
  "not-owner": {
    title: "Esta charla es de otra persona",
    advice: "Inicie sesión con la cuenta que la creó, o cree una nueva.",
  },
  "too-many-sessions": {
    title: "Ya tiene tantas charlas como puede haber",
    advice: "Elimine una que ya no necesite y cree después la nueva.",
  },
  "code-taken": { title: "Ese código ya está en uso", advice: "Elija otro." },
  "already-hosted": {
    title: "Está en el aire en otra ventana",
    advice: "Siga allí o continúe aquí: la otra ventana deja de emitir.",
  },
};
