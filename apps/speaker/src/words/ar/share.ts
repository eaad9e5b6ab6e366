import type { Words } from "../index.ts";

export const share: Words["share"] = {
  link: "رابط المستمعين",
  show: "عرض رمز QR",
  poster: "استمع على هاتفك: امسح هذا الرمز. بلا تطبيق وبلا حساب.",
  qrCode: (link) => `رمز QR للرابط ${link}`,
  close: "إغلاق",
  print: "طباعة",
};
