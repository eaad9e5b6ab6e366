import { checkMicrophone, openSpeaker } from "./lib/pages.ts";
import { scanPage } from "./lib/qr-code.ts";
import { expect, test } from "./lib/test.ts";

const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } };

test("a scanner reads the listener link from the poster, on any screen, in both themes, and from paper", async ({
  browser,
}) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  expect(await scanPage(speaker)).toEqual([]);
  await speaker.getByRole("button", { name: "Show QR code" }).click();
  await speaker.getByRole("img", { name: `QR code of ${link}` }).waitFor();
  // A projector's: who stands before it cannot scroll.
  await speaker.setViewportSize({ width: 1366, height: 640 });
  const poster = speaker.getByRole("dialog");
  for (const part of [poster.getByRole("heading"), poster.getByRole("button", { name: "Print" })]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  for (const [name, size] of Object.entries(SIZES)) {
    await speaker.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      for (const media of ["screen", "print"] as const) {
        await speaker.emulateMedia({ media, colorScheme });
        expect(await scanPage(speaker), `${name}, ${colorScheme}, ${media}`).toEqual([link]);
      }
    }
  }
});
