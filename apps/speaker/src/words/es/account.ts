import type { Words } from "../words.ts";

export const account: Words["account"] = {
  corner: { talks: "Charlas", account: "Cuenta", signOut: "Cerrar sesión" },
  title: "Su cuenta",
  name: {
    title: "Nombre",
    none: "Sin indicar.",
    change: "Cambiar el nombre",
    label: "Su nombre",
    save: "Guardar el nombre",
    saved: "Guardado.",
  },
  email: {
    title: "Correo electrónico",
    keptBy: (provider) => `Inicia sesión con ${provider}: su dirección y su contraseña se guardan allí.`,
    change: "Cambiar el correo",
    label: "Correo nuevo",
    send: "Enviar código",
    sentTo: (next, present) =>
      `Se ha enviado a ${next}. Hasta que lo escriba aquí, su dirección sigue siendo ${present}.`,
    confirm: "Confirmar la dirección",
    another: "Otra dirección",
    changed: "Cambiado. A partir de ahora, inicie sesión con la dirección nueva.",
  },
  phone: {
    title: "Número de teléfono",
    none: "Ninguno.",
    unverified: "Sin confirmar: no se envía ningún SMS a este número.",
    add: "Añadir un número",
    change: "Cambiar el número",
    label: "Número de teléfono nuevo",
    hint: "Con el prefijo del país, por ejemplo +34 600 123 456.",
    send: "Enviar un código por SMS",
    sentTo: (number) => `Se ha enviado por SMS al ${number}. El número vale en cuanto lo escriba aquí.`,
    confirm: "Confirmar el número",
    another: "Otro número",
    changed: "Confirmado.",
    remove: "Quitar el número",
    ask: {
      title: "¿Quitar el número?",
      text: "Ya no se le enviarán SMS, y ninguno formará parte del inicio de sesión.",
      yes: "Quitar",
      no: "Mantenerlo",
    },
  },
  password: {
    title: "Contraseña",
    change: "Cambiar la contraseña",
    present: "Contraseña actual",
    save: "Guardar la contraseña",
    changed:
      "Cambiada. En los demás dispositivos la sesión sigue abierta; si no debe ser así, ciérrela en todas partes.",
  },
  secondFactor: {
    title: "Inicio de sesión en dos pasos",
    state: {
      totp: "Activado: al iniciar sesión se pide también un código de su aplicación de autenticación.",
      sms: "Activado: al iniciar sesión se pide también un código que llega por SMS.",
      both: "Activado: al iniciar sesión se pide también un código, de su aplicación de autenticación o por SMS, como prefiera.",
      off: "Desactivado: basta su contraseña para abrir su cuenta.",
    },
    setUp: "Configurar una aplicación de autenticación",
    another: "Usar otra aplicación",
    turnOn: "Activar",
    notNow: "Ahora no",
    turnOff: "Desactivar",
    isOn: "Activado. Conserve la aplicación: sin ella no podrá iniciar sesión.",
    isOff: "Desactivado.",
    useTexts: "Usar SMS",
    stopTexts: "No usar más SMS",
    textsOn: "Activado. Conserve el número: sin él no podrá iniciar sesión.",
    bothOn: "Activado. Conserve la aplicación o el número: sin ninguno de los dos no podrá iniciar sesión.",
    lost: "Si alguna vez pierde el dispositivo, quien administra este Lectern puede desactivarlo por usted.",
    ask: {
      title: "¿Desactivar el inicio de sesión en dos pasos?",
      text: "Desde entonces bastará su contraseña para abrir su cuenta.",
      yes: "Desactivar",
      no: "Mantenerlo",
    },
  },
  sessions: {
    title: "Dónde tiene la sesión abierta",
    about:
      "«Cerrar sesión en todas partes» termina todas las sesiones a la vez: ningún dispositivo podrá renovar la suya. Lo que un dispositivo ya tiene caduca en menos de una hora; hasta entonces, el que esté en el aire puede seguir en el aire.",
    provider: (provider) =>
      `En ${provider} la sesión sigue abierta. Si otras personas usan este dispositivo, ciérrela también allí.`,
    here: "Cerrar sesión aquí",
    everywhere: "Cerrar sesión en todas partes",
  },
  deletion: {
    title: "Eliminar su cuenta",
    about:
      "Se eliminan su cuenta, sus charlas con sus enlaces y las grabaciones de este navegador. Una charla que esté en el aire termina. Nada de ello se puede recuperar.",
    action: "Eliminar cuenta",
    doing: "Eliminando…",
    ask: {
      title: "¿Eliminar su cuenta?",
      text: "Al momento y para siempre: la cuenta, sus charlas, sus enlaces y las grabaciones de este navegador.",
      yes: "Eliminar para siempre",
      no: "Conservarla",
    },
  },
};
