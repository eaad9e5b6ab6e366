import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { plural } = createFormats("es");

export const deployment: Words["deployment"] = {
  newPassword: "Contraseña nueva",
  conditions: {
    label: "Lo que necesita la contraseña",
    length: (minimum) => plural(minimum, { one: "# carácter o más", other: "# caracteres o más" }),
    lowercase: "Una minúscula",
    uppercase: "Una mayúscula",
    number: "Un número",
    symbol: "Un signo, como - o !",
    noOuterSpace: "Ningún espacio al principio ni al final",
    atMost: (maximum) => plural(maximum, { one: "# carácter como máximo", other: "# caracteres como máximo" }),
  },
  authenticator: {
    qrCode: "Código QR para su aplicación de autenticación",
    scan: (uri) => (
      <>
        Escanéelo con una aplicación de autenticación y escriba después el código que muestre. En este mismo teléfono:{" "}
        <a href={uri}>añadirlo a su aplicación</a>.
      </>
    ),
    typeKey: "O escriba esta clave en la aplicación:",
  },
};
