import type { AccountErrorCode } from "@lectern/auth/errors";
import type { ProblemWords } from "../../problems/codes.ts";

export const accountProblems: Record<AccountErrorCode, ProblemWords> = {
  "wrong-credentials": {
    title: "El correo o la contraseña no son correctos",
    advice:
      "Compruebe ambos e inténtelo de nuevo; la contraseña distingue mayúsculas y minúsculas. Si creó la cuenta en otro dispositivo y nunca escribió su código, créela otra vez aquí.",
  },
  "not-confirmed": {
    title: "Su dirección de correo aún no está confirmada",
    advice:
      "Inicie sesión en el dispositivo en el que creó la cuenta, o créela otra vez aquí: recibirá un código nuevo.",
  },
  "already-confirmed": {
    title: "Esta dirección ya está confirmada",
    advice: "Inicie sesión con ella y con su contraseña.",
  },
  "password-reset-required": {
    title: "Antes hay que cambiar su contraseña",
    advice: "Elija «¿Ha olvidado su contraseña?» y cree una nueva.",
  },
  "temporary-password-expired": {
    title: "Su primera contraseña ha caducado",
    advice: "Solo era válida unos días. Pida otra a quien le dio la cuenta.",
  },
  "password-policy": {
    title: "Esa contraseña no se acepta",
    advice: "Mire la lista debajo de la contraseña: deben cumplirse todos los puntos. Después envíela de nuevo.",
  },
  "password-used-before": {
    title: "Esa contraseña ya la usó antes",
    advice: "Elija una que nunca haya tenido aquí.",
  },
  "wrong-password": {
    title: "Su contraseña actual no es correcta",
    advice:
      "Escriba la que usa para iniciar sesión e inténtelo de nuevo. Si la ha olvidado, cierre la sesión y cree una nueva por correo.",
  },
  "nothing-to-reset": {
    title: "Esta cuenta no tiene contraseña que restablecer",
    advice: "Inicie sesión como antes, o pregunte a quien le dio la cuenta.",
  },
  "sign-up-closed": {
    title: "Aquí no se pueden crear cuentas",
    advice: "Pida una a quien administra este Lectern.",
  },
  "email-refused": {
    title: "Eso no es una dirección de correo",
    advice: "Tiene este aspecto: name@example.org. Corríjala e inténtelo de nuevo.",
  },
  "phone-refused": {
    title: "Eso no es un número de teléfono con su país",
    advice: "Empieza por + y el prefijo del país, por ejemplo +34 600 123 456. Corríjalo e inténtelo de nuevo.",
  },
  "email-taken": {
    title: "Ya tiene una cuenta con esta dirección",
    advice: "Inicie sesión con ella. Si ha olvidado la contraseña, cree una nueva por correo.",
  },
  "wrong-code": {
    title: "Ese código no es correcto",
    advice:
      "Compruebe los dígitos e inténtelo de nuevo. Si han llegado varios, solo es válido el último. Si es de una aplicación, el reloj de su dispositivo debe estar en hora: póngalo en automático.",
  },
  "code-expired": {
    title: "Ese código ya no es válido",
    advice: "Pida que le enviemos otro y escríbalo aquí.",
  },
  "code-used": {
    title: "Ese código ya se ha usado",
    advice: "Espere a que su aplicación muestre el siguiente, medio minuto como mucho, y escríbalo.",
  },
  "code-not-sent": {
    title: "No se ha podido enviar el código",
    advice: "Inténtelo de nuevo en unos minutos. Si sigue igual, dígaselo a quien administra este Lectern.",
  },
  "hourly-limit": {
    title: "Se ha intentado demasiadas veces",
    advice: "Por su seguridad, hay que esperar un rato. Inténtelo de nuevo dentro de una hora.",
  },
  "attributes-refused": {
    title: "Alguno de sus datos no se ha aceptado",
    advice: "Compruebe los campos de arriba y envíelos de nuevo.",
  },
  "challenge-expired": {
    title: "Ha tardado demasiado",
    advice: "Por su seguridad, se ha cerrado este paso. Inicie sesión de nuevo.",
  },
  "challenge-not-supported": {
    title: "Su cuenta pide un paso que esta página no conoce",
    advice: "Dígale a quien administra este Lectern que su cuenta debería pedir otro paso.",
  },
  "too-many-attempts": {
    title: "Demasiados intentos",
    advice: "Espere unos minutos, un cuarto de hora como mucho, e inténtelo de nuevo.",
  },
  "sign-in-refused": {
    title: "No puede iniciar sesión",
    advice: "La cuenta está desactivada, o una regla lo prohíbe aquí. Pregunte a quien administra este Lectern.",
  },
  "provider-refused": {
    title: "No se ha iniciado sesión allí",
    advice: "Lo ha rechazado usted o el otro servicio. Inténtelo de nuevo o inicie sesión con correo y contraseña.",
  },
  "provider-answer-unknown": {
    title: "Ese inicio de sesión no empezó aquí",
    advice: "Empezó en otra pestaña o hace algún tiempo. Empiece de nuevo en esta página.",
  },
  "storage-needed": {
    title: "Este navegador no guarda nada, así que no podría volver aquí",
    advice: "Inicie sesión con correo y contraseña, o salga de la navegación privada e inténtelo de nuevo.",
  },
  "signed-out": { title: "Su sesión está cerrada", advice: "Inicie sesión de nuevo para seguir." },
  "session-expired": {
    title: "Se ha cerrado su sesión",
    advice: "En otro dispositivo, o porque ha pasado mucho tiempo. Inicie sesión de nuevo para seguir.",
  },
  "user-pool-not-found": {
    title: "Esta página está configurada para cuentas que no existen",
    advice:
      "AWS no conoce ese User Pool o ese cliente de aplicación. Revise VITE_COGNITO_USER_POOL_ID y VITE_COGNITO_CLIENT_ID.",
  },
  "user-pool-invalid": {
    title: "El inicio de sesión no está bien configurado",
    advice:
      "El cliente de aplicación de VITE_COGNITO_CLIENT_ID no debe tener secreto y debe permitir SRP y tokens de actualización.",
  },
  "speaker-role-refused": {
    title: "No se deja entrar a quienes van a hablar",
    advice:
      "AWS no deja que quienes han iniciado sesión asuman el rol de quien habla. La política de confianza del rol debe permitir también sts:TagSession.",
  },
};
