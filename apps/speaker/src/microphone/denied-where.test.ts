import { expect, test } from "vitest";
import * as ar from "../words/ar/index.ts";
import * as de from "../words/de/index.ts";
import * as en from "../words/en/index.ts";
import * as es from "../words/es/index.ts";
import { deniedWhere } from "./denied-where.ts";

const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

test.each([
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0 Safari/537.36`, "icon-or-system"],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`, "icon-or-system"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "crossed-out-microphone"],
  [`Mozilla/5.0 (Linux; Android 15) ${webkit} Chrome/140.0 Mobile Safari/537.36`, "icon-permissions"],
  [`Mozilla/5.0 (Macintosh) ${webkit} Version/18.0 Safari/605.1.15`, "safari-menu"],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) ${webkit} Version/18.0 Mobile/15E148 Safari/604.1`, "address-bar-icon"],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) ${webkit} CriOS/140.0 Mobile/15E148 Safari/604.1`, "settings-app"],
  ["Something else", "settings"],
])("knows where %s keeps a denied microphone", (userAgent, where) => expect(deniedWhere(userAgent)).toBe(where));

test.each([en, de, es, ar])("names the button to press then as it is named: $tryAgain", ({ microphone, tryAgain }) => {
  for (const advice of Object.values(microphone.denied)) expect(advice).toContain(tryAgain);
});
