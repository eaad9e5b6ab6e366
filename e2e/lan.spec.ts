import { chromium, expect, type Page, test } from "@playwright/test";
import { chromiumOptions } from "./lib/chromium.ts";
import { askAsIs, type Lan, startLan } from "./lib/lan.ts";
import { endSession, goLive, listen, state } from "./lib/pages.ts";
import { scanTerminal } from "./lib/qr-code.ts";

let lan: Lan;
test.beforeAll(async () => {
  lan = await startLan();
});
test.afterAll(() => lan?.close());

/** Where a page's requests and sockets went. */
function origins(page: Page): Set<string> {
  const seen = new Set<string>();
  const note = (url: string) => seen.add(new URL(url).origin.replace(/^ws/, "http"));
  page.on("request", (request) => note(request.url()));
  page.on("websocket", (socket) => note(socket.url()));
  return seen;
}

test("another device on the network speaks and listens, at one origin whose certificate it accepted once", async () => {
  const { origin } = new URL(lan.listenerUrl);
  expect(lan.printed).toContain(lan.listenerUrl);
  expect(await scanTerminal(lan.printed)).toEqual([lan.listenerUrl]);
  const browser = await chromium.launch(chromiumOptions());
  try {
    // As after the warning has been read and accepted.
    const device = () => browser.newContext({ ignoreHTTPSErrors: true, reducedMotion: "reduce" });
    const speaker = await (await device()).newPage();
    const speakerWent = origins(speaker);
    await speaker.goto(`${lan.speakerUrl}/`);
    await speaker.getByRole("textbox", { name: "Email" }).fill(lan.email);
    await speaker.getByRole("textbox", { name: "Password" }).fill(lan.password);
    await speaker.getByRole("button", { name: "Sign in", exact: true }).click();
    const link = (await speaker.getByRole("link", { name: "Listener link" }).getAttribute("href")) ?? "";
    expect(new URL(link).origin).toBe(origin);
    await goLive(speaker);

    const listener = await (await device()).newPage();
    const listenerWent = origins(listener);
    await listener.goto(link);
    await listen(listener);
    await expect(speaker.getByRole("status", { name: "Listeners" })).toHaveText(/^1\b/);
    await endSession(speaker);
    await expect(state(listener)).toHaveAttribute("data-state", "ended");
    expect([...speakerWent]).toEqual([origin]);
    expect([...listenerWent]).toEqual([origin]);

    // Clock, faults and inbox are not the network's.
    for (const path of ["/_local/state", "/api/../_local/state", "/api/%2e%2e/_local/state"]) {
      expect(await askAsIs(lan.listenerUrl, path), path).not.toContain('"sockets"');
    }
  } finally {
    await browser.close();
  }
});
