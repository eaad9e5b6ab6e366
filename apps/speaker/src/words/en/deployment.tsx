import { createFormats } from "@lectern/i18n";
import type { ReactNode } from "react";

const { plural } = createFormats("en");

export const deployment = {
  newPassword: "New password",
  conditions: {
    label: "What the password needs",
    length: (minimum: number) => plural(minimum, { one: "# character or more", other: "# characters or more" }),
    lowercase: "A small letter",
    uppercase: "A capital letter",
    number: "A number",
    symbol: "A sign, such as - or !",
    noOuterSpace: "No space at either end",
    atMost: (maximum: number) => plural(maximum, { one: "# character or less", other: "# characters or less" }),
  },
  authenticator: {
    qrCode: "QR code for your authenticator app",
    scan: (uri: string): ReactNode => (
      <>
        Scan this with an authenticator app, then type the code it shows. On this very phone:{" "}
        <a href={uri}>add it to your app</a>.
      </>
    ),
    typeKey: "Or type this key into the app:",
  },
};
