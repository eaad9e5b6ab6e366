import { createHmac, randomBytes } from "node:crypto";
import { makeCertificate } from "../certificate.ts";
import type { Settings } from "../settings.ts";
import { freePort } from "./free-port.ts";
import { findCoturn, launch } from "./launch.ts";
import { type IceServer, noTurn, type Turn } from "./turn.ts";

const TTL_SECONDS = 300;
const ATTEMPTS = 3;

async function startOnce(program: string, address: string, onQuotaReached: () => void): Promise<Turn | undefined> {
  const secret = randomBytes(24).toString("hex");
  const port = await freePort(address);
  const certificate = await makeCertificate(address);
  const options = { program, address, port, secret, certificate, onQuotaReached };
  let coturn = await launch(options);
  if (coturn === undefined) return undefined;
  let ending: Promise<void> | undefined;
  async function relaunch(): Promise<void> {
    const old = coturn;
    coturn = undefined;
    await old?.close();
    coturn = await launch(options);
  }
  const live = () => coturn?.allocations.live() ?? 0;
  return {
    kind: "coturn",
    spkiSha256: certificate.spkiSha256,
    iceServers: (channelArn, transports) => iceServers(uris(`${address}:${port}`, transports), secret, channelArn),
    liveAllocations: async () => live(),
    async endAllocations() {
      const ended = live();
      ending ??= relaunch().finally(() => {
        ending = undefined;
      });
      await ending;
      return ended;
    },
    async close() {
      await ending;
      await coturn?.close();
    },
  };
}

/** coturn tells UDP, TCP, TLS and DTLS apart by what arrives, so one port serves all, as 443 does on AWS. */
function uris(address: string, transports: Settings["turnTransports"]): readonly string[] {
  const udp = `turn:${address}?transport=udp`;
  return transports === "tls"
    ? [udp, `turns:${address}?transport=udp`, `turns:${address}?transport=tcp`]
    : [udp, `turn:${address}?transport=tcp`];
}

/**
 * Two entries, as AWS gives, though one coturn stands behind both. Credentials end by the machine's clock, which is
 * coturn's; the movable one does not move them.
 */
function iceServers(Uris: readonly string[], secret: string, channelArn: string): readonly IceServer[] {
  const expiry = Math.floor(Date.now() / 1000) + TTL_SECONDS;
  const Username = `${expiry}:${Buffer.from(`v1:${channelArn}`).toString("base64")}`;
  const Password = createHmac("sha1", secret).update(Username).digest("base64");
  return [0, 1].map(() => ({ Uris, Username, Password, Ttl: TTL_SECONDS }));
}

/** Starts coturn on a free port of this address; without it (not installed, or it will not run), there is no TURN. */
export async function startTurn(address: string, onQuotaReached: () => void): Promise<Turn> {
  const program = findCoturn();
  if (program === undefined) return noTurn;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // The port was free a moment ago; another process may have taken it meanwhile.
    const turn = await startOnce(program, address, onQuotaReached);
    if (turn !== undefined) return turn;
  }
  return noTurn;
}
