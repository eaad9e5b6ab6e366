import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer as createNetServer, type Socket } from "node:net";
import { type Duplex, pipeline } from "node:stream";
import { createSecureContext, createServer as createTlsServer } from "node:tls";
import type { VouchedCertificate } from "../certificate.ts";
import { LocalAwsError } from "../errors.ts";
import { AWS_HOSTS, isAwsHost } from "../http/aws-hosts.ts";

export interface TlsFront {
  port: number;
  /** PEM: what clients are to trust. */
  authority: string;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  spkiSha256: string;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** The first byte of a TLS handshake. */
const HANDSHAKE = 22;

const REASON = "Not a host that local-aws plays";

function refuse(socket: Duplex, asked: string): void {
  const body = `${asked}: local-aws takes CONNECT to port 443 of these hosts only: ${AWS_HOSTS.join(", ")}\n`;
  const head = [`HTTP/1.1 403 ${REASON}`, "content-type: text/plain", "connection: close"];
  socket.end(`${[...head, `content-length: ${Buffer.byteLength(body)}`].join("\r\n")}\r\n\r\n${body}`);
}

/**
 * AWS's host names behind TLS on the loopback interface, for clients that know nothing of local-aws. One port takes CONNECT,
 * as a proxy does, and TLS itself, from who was told to look for those hosts here. Of what it is asked for it hands on only
 * AWS's hosts, and only to local-aws.
 * @param localPort - where local-aws listens without TLS
 * @throws LocalAwsError "port-in-use"
 */
export async function openTlsFront(port: number, localPort: number, vouched: VouchedCertificate): Promise<TlsFront> {
  const { authority, certificate, key, spkiSha256 } = vouched;
  const context = createSecureContext({ cert: certificate + authority, key });
  const secure = createTlsServer(
    {
      ALPNProtocols: ["http/1.1"],
      // Who names no host finds no certificate either.
      SNICallback: (host, tell) => (isAwsHost(host) ? tell(null, context) : tell(new Error(REASON))),
    },
    (socket) => pipeline(socket, connect(localPort, "127.0.0.1"), socket, () => {}),
  );
  const proxy = createHttpServer(({ url = "", socket }) => refuse(socket, url));
  proxy.on("connect", ({ url = "" }, socket: Duplex, head: Buffer) => {
    const [, host = ""] = /^(.+):443$/.exec(url.toLowerCase()) ?? [];
    if (!isAwsHost(host)) return refuse(socket, url);
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    secure.emit("connection", socket);
  });

  const sockets = new Set<Socket>();
  const entrance = createNetServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("data", (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      if (first[0] === HANDSHAKE) return void secure.emit("connection", socket);
      proxy.emit("connection", socket);
      socket.resume();
    });
  });
  await new Promise<void>((resolve, reject) => {
    entrance.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === "EADDRINUSE" ? new LocalAwsError("port-in-use", `Port ${port} is in use.`, { cause }) : cause,
      ),
    );
    entrance.listen(port, "127.0.0.1", resolve);
  });

  return {
    port: (entrance.address() as AddressInfo).port,
    authority,
    spkiSha256,
    close: () =>
      new Promise((resolve) => {
        entrance.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
