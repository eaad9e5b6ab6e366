import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { offerAs, takeSeat } from "./lib/hand-made-viewer.ts";
import { checkMicrophone, endSession, goLive, openSpeaker } from "./lib/pages.ts";
import { openPeers } from "./lib/peers.ts";
import { demo } from "./lib/product.ts";
import { test } from "./lib/test.ts";

test("a hand-made viewer with a real channel and the public session id is ignored by the speaker's page", async ({
  browser,
  page,
}) => {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  await page.goto("about:blank");
  const [sdp, withVideo] = await page.evaluate(async () => {
    const peer = new RTCPeerConnection();
    peer.addTransceiver("audio", { direction: "sendrecv" });
    const plain = await peer.createOffer();
    peer.addTransceiver("video");
    return [plain.sdp ?? "", (await peer.createOffer()).sdp ?? ""] as const;
  });
  const code = new URL(link).pathname.split("/").at(-1) ?? "";
  const seat = await takeSeat(code);
  const { session } = await (await fetch(`${demo().httpApiUrl}/sessions/${code}`)).json();
  const [, seatId, expiry, mac] = seat.clientId.split("-");

  const uninvited = [
    session.id,
    `s-${session.id}`,
    `s-${randomBytes(16).toString("hex")}-${expiry}-${mac}`,
    `s-${seatId}-zzzzzz-${mac}`,
  ];
  // One after the other: KVS takes three connects a second.
  for (const clientId of uninvited) expect(await offerAs(clientId, seat, sdp, 3_000)).toBeNull();
  expect(await openPeers(speaker)).toBe(0);

  // The same viewer under the ClientId that the session API issued is answered: it was the ClientId. What it would send is not
  // taken, and an offer of anything but sound makes no peer.
  expect(await offerAs(seat.clientId, seat, withVideo, 1_000)).toBeNull();
  expect(await openPeers(speaker)).toBe(0);
  expect(await offerAs(seat.clientId, seat, sdp, 10_000)).toMatch(/^m=audio [\s\S]*^a=sendonly\r$/m);
  await endSession(speaker);
});
