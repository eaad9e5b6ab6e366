import type { MovableClock } from "../clock.ts";
import type { Channel } from "../kinesis-video/channels.ts";
import type { RefusalCounts } from "../refusal-counts.ts";
import type { Settings } from "../settings.ts";
import { delivery, type Message } from "./messages.ts";
import type { SignalingSocket } from "./socket.ts";

const MOST_VIEWERS = 10;

/** Who is connected to one channel, and what waits for its master. */
export interface Room {
  hasPlaceFor(clientId: string): boolean;
  enter(socket: SignalingSocket): void;
  leave(socket: SignalingSocket): void;
  /** To the master, now or when one connects. False when the message is lost. */
  toMaster(message: Message, senderClientId: string): boolean;
  /** False when no such viewer is connected. */
  toViewer(message: Message, clientId: string): boolean;
  /** How many messages wait for a master. */
  heldMessages(): number;
}

interface Dependencies {
  channel: Channel;
  clock: MovableClock;
  settings: Settings;
  refusals: RefusalCounts;
}

interface Held {
  message: Message;
  senderClientId: string;
  expiresAt: number;
}

export function createRoom({ channel, clock, settings, refusals }: Dependencies): Room {
  let master: SignalingSocket | undefined;
  /** In order of expiry. */
  let held: Held[] = [];
  const viewers = new Map<string, SignalingSocket>();

  const displace = (socket: SignalingSocket | undefined) => {
    if (socket !== undefined && settings.displacedSocket === "closed") socket.close(1001);
  };

  let cancelExpiry = () => {};
  const forgetExpired = () => {
    cancelExpiry();
    for (let first = held[0]; first !== undefined && first.expiresAt <= clock.now(); first = held[0]) {
      held.shift();
      refusals.count("signaling:held-until-expired");
    }
    const [first] = held;
    if (first !== undefined) cancelExpiry = clock.after(first.expiresAt - clock.now(), forgetExpired);
  };

  const enterAsMaster = (socket: SignalingSocket) => {
    displace(master);
    master = socket;
    forgetExpired();
    // Each is delivered once: a master that reloads does not get it again (JS SDK #175).
    for (const { message, senderClientId } of held) socket.send(delivery(message, senderClientId));
    held = [];
    cancelExpiry();
  };

  const hold = (message: Message, senderClientId: string) => {
    const overwritten = (waiting: Held) =>
      message.type === "SDP_OFFER" && waiting.message.type === "SDP_OFFER" && waiting.senderClientId === senderClientId;
    held = held.filter((waiting) => !overwritten(waiting));
    held.push({ message, senderClientId, expiresAt: clock.now() + channel.messageTtlSeconds * 1000 });
    if (held.length === 1) forgetExpired();
  };

  return {
    hasPlaceFor: (clientId) => viewers.has(clientId) || viewers.size < MOST_VIEWERS,
    enter(socket) {
      if (socket.clientId === null) return enterAsMaster(socket);
      displace(viewers.get(socket.clientId));
      viewers.set(socket.clientId, socket);
    },
    leave(socket) {
      if (master === socket) master = undefined;
      if (socket.clientId !== null && viewers.get(socket.clientId) === socket) viewers.delete(socket.clientId);
    },
    toMaster(message, senderClientId) {
      if (master !== undefined) master.send(delivery(message, senderClientId));
      else if (settings.earlyMessages === "lost") return false;
      else hold(message, senderClientId);
      return true;
    },
    toViewer(message, clientId) {
      const viewer = viewers.get(clientId);
      viewer?.send(delivery(message, null));
      return viewer !== undefined;
    },
    heldMessages: () => held.length,
  };
}
