import type { Words } from "../words.ts";

export const signIn: Words["signIn"] = {
  screens: {
    "sign-in": {
      title: "Inicie sesión para hablar",
      lead: "Después compruebe su micrófono y salga al aire. Sus oyentes no necesitan cuenta.",
    },
    "sign-up": { title: "Crear una cuenta", lead: "La necesita para hablar. Sus oyentes no necesitan ninguna." },
    "confirm-sign-up": {
      title: "Mire su correo",
      lead: (address) => `Un código va de camino a ${address}. Es válido durante un día.`,
    },
    forgot: {
      title: "Crear una contraseña nueva",
      lead: "Si su dirección tiene aquí una cuenta, recibirá un código.",
    },
    "reset-password": {
      title: "Mire su correo",
      lead: (address) => `Si ${address} tiene aquí una cuenta, un código va de camino. Es válido durante una hora.`,
    },
    "new-password": {
      title: "Elija su propia contraseña",
      lead: "La que tiene la puso otra persona. Elija una que solo usted conozca.",
    },
    "totp-code": {
      title: "Segundo paso",
      lead: "Escriba el código que su aplicación de autenticación muestra para Lectern.",
    },
    "sms-code": {
      title: "Segundo paso",
      lead: (phone) => `Se ha enviado un código a ${phone}. Es válido durante tres minutos.`,
    },
    "choose-factor": { title: "Segundo paso", lead: "¿Cómo quiere recibir el código?" },
    "set-up-authenticator": {
      title: "Configurar un segundo paso",
      lead: "Aquí, al iniciar sesión, se pide a todos también un código de una aplicación.",
    },
  },
  email: "Correo electrónico",
  password: "Contraseña",
  keep: "Mantener la sesión abierta",
  keepHint: "No en un dispositivo que usen otras personas.",
  signIn: "Iniciar sesión",
  signingIn: "Iniciando sesión…",
  signInMissing: {
    title: "Falta el correo o la contraseña",
    advice: "Rellene ambos e inicie sesión.",
  },
  forgot: "¿Ha olvidado su contraseña?",
  closed: "¿Aún no tiene cuenta? Las crea quien administra este Lectern: pídale una.",
  confirmed: "Su dirección está confirmada. Inicie sesión con su contraseña.",
  back: "Volver al inicio de sesión",
  anotherAccount: "Iniciar sesión con otra cuenta",
  anotherAddress: "Usar otra dirección",
  haveAccount: "Ya tengo una cuenta",
  continueWith: (provider) => `Continuar con ${provider}`,
  signUp: {
    offer: "Crear una cuenta",
    action: "Crear cuenta",
    doing: "Creándola…",
    missing: { title: "Falta el correo o la contraseña", advice: "Rellene ambos y continúe." },
  },
  code: {
    label: "Código",
    resend: "Enviar otro código",
    resent: "Un código nuevo va de camino.",
    noMail: "¿No le llega el correo?",
    noMailCheck: "Puede tardar un minuto o estar entre el correo no deseado. Compruebe también la dirección:",
    noMailReset: "Puede tardar un minuto o estar entre el correo no deseado.",
    invited:
      "¿Recibió una invitación y nunca ha iniciado sesión? Entonces hágalo con la contraseña que le dieron, o pida una nueva a quien le envió la invitación.",
  },
  confirm: {
    action: "Confirmar",
    doing: "Confirmando…",
    missing: { title: "Falta el código", advice: "Escriba los seis dígitos del correo." },
  },
  reset: {
    send: "Enviar código",
    sending: "Enviando…",
    missingAddress: { title: "Falta su dirección", advice: "Escríbala y continúe." },
    missing: { title: "Falta el código o la contraseña", advice: "Rellene ambos y continúe." },
  },
  newPassword: {
    action: "Guardar e iniciar sesión",
    doing: "Guardando…",
    missing: { title: "Falta algo", advice: "Rellene todos los campos y continúe." },
    attributes: {
      name: { label: "Nombre completo" },
      given_name: { label: "Nombre" },
      family_name: { label: "Apellidos" },
      birthdate: { label: "Fecha de nacimiento", hint: "Como año, mes y día: por ejemplo, 1990-12-31." },
      phone_number: { label: "Número de teléfono", hint: "Con el código del país: por ejemplo, +4930123456." },
    },
  },
  secondFactor: {
    totp: "Aplicación de autenticación",
    sms: "SMS",
    action: "Continuar",
    setUp: "Confirmar e iniciar sesión",
    doing: "Comprobando…",
    missing: { title: "Falta el código", advice: "Escriba sus seis dígitos." },
    newSms: "Iniciar sesión otra vez para recibir otro código",
    lost: "¿Ha perdido su dispositivo?",
    lostAdvice:
      "Nadie puede consultar el código. Quien administra este Lectern puede desactivar por usted el inicio de sesión en dos pasos: pídaselo, inicie sesión con su contraseña y configúrelo en su dispositivo nuevo.",
  },
  again: {
    title: "Se ha cerrado su sesión",
    advice: "Quien ya escucha sigue oyendo, pero no entra nadie más hasta que vuelva a iniciar sesión.",
    toEnd:
      "Vuelva a iniciar sesión para que la charla termine para todos: hasta entonces, quien abra el enlace leerá que sigue en el aire.",
  },
};
