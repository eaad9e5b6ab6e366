import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { plural } = createFormats("ar");

export const deployment: Words["deployment"] = {
  newPassword: "كلمة المرور الجديدة",
  conditions: {
    label: "ما تحتاج إليه كلمة المرور",
    length: (minimum) =>
      plural(minimum, {
        one: "حرف واحد أو أكثر",
        two: "حرفان أو أكثر",
        few: "# أحرف أو أكثر",
        many: "# حرفًا أو أكثر",
        other: "# حرف أو أكثر",
      }),
    lowercase: "حرف لاتيني صغير",
    uppercase: "حرف لاتيني كبير",
    number: "رقم",
    symbol: "علامة خاصة، مثل - أو !",
    noOuterSpace: "لا مسافة في أولها ولا في آخرها",
    atMost: (maximum) =>
      plural(maximum, {
        one: "حرف واحد على الأكثر",
        two: "حرفان على الأكثر",
        few: "# أحرف على الأكثر",
        many: "# حرفًا على الأكثر",
        other: "# حرف على الأكثر",
      }),
  },
  authenticator: {
    qrCode: "رمز QR لتطبيق المصادقة",
    scan: (uri) => (
      <>
        امسح هذا بتطبيق مصادقة، ثم اكتب الرمز الذي يعرضه. وإن كنت على الهاتف نفسه: <a href={uri}>أضفه إلى تطبيقك</a>.
      </>
    ),
    typeKey: "أو اكتب هذا المفتاح في التطبيق:",
  },
};
