import type { Words } from "../words.ts";

export const share: Words["share"] = {
  link: "Enlace para oyentes",
  show: "Mostrar código QR",
  poster: "Escuche en su teléfono: escanee este código. Sin aplicación y sin cuenta.",
  qrCode: (link) => `Código QR de ${link}`,
  close: "Cerrar",
  print: "Imprimir",
};
