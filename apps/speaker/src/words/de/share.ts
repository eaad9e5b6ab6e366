import type { Words } from "../words.ts";

export const share: Words["share"] = {
  link: "Link für Zuhörer",
  show: "QR-Code zeigen",
  poster: "Am Telefon zuhören: diesen Code scannen. Ohne App, ohne Konto.",
  qrCode: (link) => `QR-Code von ${link}`,
  close: "Schließen",
  print: "Drucken",
};
