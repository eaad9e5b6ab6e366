import type { Words } from "../words.ts";
import { leftToRight } from "./left-to-right.ts";

export const share: Words["share"] = {
  link: "رابط المستمعين",
  show: "عرض رمز QR",
  poster: "استمع على هاتفك: امسح هذا الرمز. بلا تطبيق وبلا حساب.",
  qrCode: (link) => `رمز QR للرابط ${leftToRight(link)}`,
  close: "إغلاق",
  print: "طباعة",
};
