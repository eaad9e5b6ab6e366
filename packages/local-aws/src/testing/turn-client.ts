import { createHash, createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

const COOKIE = 0x2112a442;
const ALLOCATE = 0x0003;
const SUCCESS = 0x0100;
const USERNAME = 0x0006;
const MESSAGE_INTEGRITY = 0x0008;
const ERROR_CODE = 0x0009;
const REALM = 0x0014;
const NONCE = 0x0015;
const REQUESTED_TRANSPORT = 0x0019;
const UDP = Buffer.from([17, 0, 0, 0]);

/** An Allocate (RFC 8656) that was answered; a granted one lives until it is closed. */
export interface Allocation {
  /** 0: granted; otherwise STUN's error code. */
  error: number;
  close(): void;
}

interface Credentials {
  Username?: string | undefined;
  Password?: string | undefined;
}

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function message(attributes: Buffer, integrityKey?: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(ALLOCATE, 0);
  // The length that is signed counts the signature.
  head.writeUInt16BE(attributes.length + (integrityKey ? 24 : 0), 2);
  head.writeUInt32BE(COOKIE, 4);
  const unsigned = Buffer.concat([head, randomBytes(12), attributes]);
  if (!integrityKey) return unsigned;
  const signature = createHmac("sha1", integrityKey).update(unsigned).digest();
  return Buffer.concat([unsigned, attribute(MESSAGE_INTEGRITY, signature)]);
}

/** Answers here come whole: they are short, and one at a time. */
async function ask(socket: Socket, request: Buffer) {
  socket.write(request);
  const [answer]: Buffer[] = await once(socket, "data");
  if (answer === undefined) throw new Error("no answer");
  const attributes = new Map<number, Buffer>();
  for (let at = 20; at < answer.length; ) {
    const length = answer.readUInt16BE(at + 2);
    attributes.set(answer.readUInt16BE(at), answer.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  const code = attributes.get(ERROR_CODE);
  const granted = answer.readUInt16BE(0) === (ALLOCATE | SUCCESS);
  return { error: granted ? 0 : (code?.[2] ?? 0) * 100 + (code?.[3] ?? 0), attributes };
}

/** Opens the URI's `turn:` over TCP, or `turns:` over TLS, unverified: the caller looks at the certificate. */
export async function connectTurn(uri: string): Promise<Socket> {
  const [, scheme, host, port] = /^(turns?):([\d.]+):(\d+)\?transport=tcp$/.exec(uri) ?? [];
  const address = { host: host ?? "", port: Number(port) };
  const socket = scheme === "turns" ? connectTls({ ...address, rejectUnauthorized: false }) : connectTcp(address);
  await once(socket, scheme === "turns" ? "secureConnect" : "connect");
  // A server that goes away later ends the allocation; who waits for an answer is told by `once`.
  socket.on("error", () => {});
  return socket;
}

/** Asks for a relay as a peer does. */
export async function allocate(uri: string, { Username = "", Password = "" }: Credentials): Promise<Allocation> {
  const socket = await connectTurn(uri);
  const transport = attribute(REQUESTED_TRANSPORT, UDP);
  const { attributes } = await ask(socket, message(transport));
  const [realm = Buffer.alloc(0), nonce = Buffer.alloc(0)] = [attributes.get(REALM), attributes.get(NONCE)];
  const named = [attribute(USERNAME, Buffer.from(Username)), attribute(REALM, realm), attribute(NONCE, nonce)];
  const key = createHash("md5").update(`${Username}:${realm}:${Password}`).digest();
  const { error } = await ask(socket, message(Buffer.concat([transport, ...named]), key));
  return { error, close: () => socket.destroy() };
}
