import { expect, test } from "vitest";
import { deniedAdvice } from "./denied-words.ts";

const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

test.each([
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0 Safari/537.36`, "icon beside the address and allow"],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`, "icon beside the address and allow"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "crossed-out microphone"],
  [`Mozilla/5.0 (Linux; Android 15) ${webkit} Chrome/140.0 Mobile Safari/537.36`, "Permissions"],
  [`Mozilla/5.0 (Macintosh) ${webkit} Version/18.0 Safari/605.1.15`, "Settings for This Website"],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) ${webkit} Version/18.0 Mobile/15E148 Safari/604.1`, "Website Settings"],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) ${webkit} CriOS/140.0 Mobile/15E148 Safari/604.1`, "Settings app"],
  ["Something else", "browser's settings"],
])("tells %s where to look", (userAgent, words) => {
  expect(deniedAdvice(userAgent)).toContain(words);
  expect(deniedAdvice(userAgent)).toMatch(/Then press Try again\.$/);
});
