import { isIPv4 } from "node:net";
import { networkInterfaces } from "node:os";
import { makeCertificate } from "@lectern/local-aws";
import type { PreviewOptions } from "vite";

/** Where the speaker's page is on the one origin; the listener's is at its root. */
export const SPEAKER_BASE = "/speaker/";

/** local-aws's own paths that a page asks for. Not `/_local`: clock, faults and inbox are this machine's alone. */
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

/**
 * The one HTTPS origin, in front of the listener's page: a phone that has accepted its certificate is not asked for
 * another. What is local-aws's goes there with its Host, which requests are signed with.
 */
export async function lanFront(
  address: string,
  ports: { front: number; speaker: number },
  awsUrl: string,
): Promise<PreviewOptions> {
  const { certificate, key } = await makeCertificate(address);
  const aws = { target: awsUrl, changeOrigin: false };
  return {
    host: address,
    port: ports.front,
    strictPort: true,
    open: false,
    https: { cert: certificate, key },
    proxy: {
      [`^/(${awsPaths.join("|")})(/|$|\\?)`]: { ...aws, ws: true },
      // Cognito and STS are asked at the root, by POST.
      "^/$": { ...aws, bypass: ({ method, url }) => (method === "POST" ? undefined : url) },
      [`^${SPEAKER_BASE}`]: { target: `http://localhost:${ports.speaker}` },
    },
  };
}
