import type { IncomingMessage } from "node:http";
import { isIPv4 } from "node:net";
import { networkInterfaces } from "node:os";
import { makeCertificate } from "@lectern/local-aws";
import type { PreviewOptions } from "vite";

/** Path of the speaker's page. The listener's is at the root. */
export const SPEAKER_BASE = "/speaker/";

/** Paths of local-aws that pages use. Not `/_local`: other devices have no access to clock, faults and inbox. */
const awsPaths = ["api", "ws", "m", "v", "r", "managed-login", "outside-provider"];

/**
 * This machine's IPv4 address on its local network, or the one that was given.
 * @throws Error with one line for a person: none was found, or what was given is none.
 */
export function lanAddress(given: string | undefined, interfaces = networkInterfaces()): string {
  if (given !== undefined) {
    if (isIPv4(given)) return given;
    throw new Error(`LECTERN_LAN_ADDRESS is "${given}"; it must be an IPv4 address of this machine.`);
  }
  const found = Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .find(({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."));
  if (found) return found.address;
  throw new Error("This machine is on no local network. Join one, or set LECTERN_LAN_ADDRESS to its address there.");
}

/** Whether this path may become another one on its way: by dot segments, written out or escaped, or by backslashes. */
export const isCrooked = (path = "/"): boolean =>
  /[/\\](?:\.|%2e){1,2}(?:[/\\?#]|$)|\\|%5c/i.test(path.replace(/\?.*/, ""));

/**
 * Serves the listener's page, and passes on requests to the speaker's page and to local-aws: with one HTTPS origin, a phone
 * asks only once whether to accept the certificate. The Host is kept, because it is part of signatures.
 */
export async function lanFront(
  address: string,
  ports: { front: number; speaker: number },
  awsUrl: string,
): Promise<PreviewOptions> {
  const { certificate, key } = await makeCertificate(address);
  // False: answered with 404, and handed on to nobody.
  const bypass = ({ url }: IncomingMessage) => (isCrooked(url) ? false : undefined);
  const aws = { target: awsUrl, changeOrigin: false, bypass };
  return {
    host: address,
    port: ports.front,
    strictPort: true,
    open: false,
    https: { cert: certificate, key },
    proxy: {
      [`^/(${awsPaths.join("|")})(/|$|\\?)`]: { ...aws, ws: true },
      // Requests to Cognito and STS are POST requests to the root.
      "^/$": { ...aws, bypass: ({ method, url }) => (method === "POST" ? undefined : url) },
      [`^${SPEAKER_BASE}`]: { target: `http://localhost:${ports.speaker}`, bypass },
    },
  };
}
