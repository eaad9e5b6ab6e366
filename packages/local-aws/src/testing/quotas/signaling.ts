import { once } from "node:events";
import type { SignalingClient } from "amazon-kinesis-video-streams-webrtc";
import { object, parse, string } from "valibot";
import { vi } from "vitest";
import { connectSignaling } from "../signaling-client.ts";
import type { TestSocket } from "../sockets.ts";
import type { TestStand } from "../stand.ts";
import { allocate } from "../turn-client.ts";
import { newChannel } from "./kinesis-video.ts";
import { type Attempt, type Outcome, ofConnect, ofSocket } from "./outcome.ts";

const fresh = (stand: TestStand) => ({ guest: stand.as(stand.deps.roles.guest), speaker: stand.speaker("alice") });

/** Endless changes of master. */
export async function connectMasters(stand: TestStand): Promise<Attempt> {
  const channel = await newChannel(stand);
  return async () => ofConnect(await channel.masterUrl(fresh(stand).speaker));
}

/** One viewer who comes again and again, and takes one place of the ten. */
export async function connectViewers(stand: TestStand): Promise<Attempt> {
  const channel = await newChannel(stand);
  return async () => ofConnect(await channel.viewerUrl(fresh(stand).guest, "v1"));
}

/** Viewers who stay, each come in a second of their own. */
export async function seatViewers(stand: TestStand): Promise<Attempt> {
  const channel = await newChannel(stand);
  return async (n) => {
    stand.localAws.clock.advance(1000);
    return ofConnect(await channel.viewerUrl(fresh(stand).guest, `v${n}`));
  };
}

const statusSchema = object({ errorType: string(), statusCode: string() });
type Send = (from: SignalingClient, n: number, correlationId: string | undefined) => void;

/** An offer, answer or candidate, of which the base64 is so long. */
const padded = (type: string, base64Length: number) => {
  const bytes = Math.ceil((base64Length * 3) / 4);
  return { type, sdp: "s".repeat(bytes - JSON.stringify({ type, sdp: "" }).length) };
};
const candidate = { candidate: "candidate:1 1 udp 1 127.0.0.1 9 typ host", sdpMid: "0" };

export const offer: Send = (viewer, _, id) => viewer.sendSdpOffer({ type: "offer", sdp: "v=0" }, undefined, id);
export const largeOffer: Send = (viewer, n, id) => viewer.sendSdpOffer(padded("offer", n), undefined, id);
export const viewersCandidate: Send = (viewer, _, id) => viewer.sendIceCandidate(candidate, undefined, id);
export const answer: Send = (master, _, id) => master.sendSdpAnswer({ type: "answer", sdp: "v=0" }, "v1", id);

interface Sending {
  send: Send;
  from: "viewer" | "master";
  /** Whether a refusal may be answered: AWS answers only messages that carry an id. */
  correlated: boolean;
}

/** Messages between AWS's own clients, which have exchanged an offer and an answer already. */
export async function sendMessages(stand: TestStand, { send, from, correlated }: Sending): Promise<Attempt> {
  const channel = await newChannel(stand);
  const { guest, speaker } = fresh(stand);
  const clients = {
    master: await connectSignaling(channel, speaker),
    viewer: await connectSignaling(channel, guest, "v1"),
  };
  const other = from === "viewer" ? clients.master : clients.viewer;
  const sender = clients[from];
  const offered = once(clients.master, "sdpOffer");
  clients.viewer.sendSdpOffer({ type: "offer", sdp: "v=0" });
  await offered;
  const answered = once(clients.viewer, "sdpAnswer");
  clients.master.sendSdpAnswer({ type: "answer", sdp: "v=0" }, "v1");
  await answered;

  let heard = 0;
  for (const event of ["sdpOffer", "sdpAnswer", "iceCandidate"]) other.on(event, () => heard++);
  const statuses: unknown[] = [];
  sender.on("statusResponse", (status) => statuses.push(status));
  const refused = async () => Object.values(await stand.refusals()).reduce((sum, count) => sum + count, 0);

  return async (n): Promise<Outcome> => {
    const before = { heard, statuses: statuses.length, refused: await refused() };
    send(sender, n, correlated ? `message-${n}` : undefined);
    await vi.waitUntil(async () => heard > before.heard || (await refused()) > before.refused, 10_000);
    if (heard > before.heard) return "accepted";
    // An answer to it would come before what the other side sends now.
    const next = once(sender, "iceCandidate");
    other.sendIceCandidate(candidate, from === "viewer" ? "v1" : undefined);
    await next;
    const [status] = statuses.slice(before.statuses);
    if (status === undefined) return "silence";
    const { errorType, statusCode } = parse(statusSchema, status);
    return { type: errorType, status: Number(statusCode) };
  };
}

/** Sockets that are left alone, or with `busy` ping all the time, for so long. */
export async function stayConnected(stand: TestStand, busy = false): Promise<Attempt> {
  const channel = await newChannel(stand);
  return async (ms) => {
    const socket = await channel.viewer(fresh(stand).guest, "v1");
    await pass(stand, ms, busy ? () => ofSocket(socket) : undefined);
    return ofSocket(socket);
  };
}

/** Lets time go by, in steps of five minutes in which something may be done. */
export async function pass(stand: TestStand, ms: number, meanwhile?: () => Promise<unknown>): Promise<void> {
  if (meanwhile === undefined) return stand.localAws.clock.advance(ms);
  for (let left = ms; left > 0; left -= 300_000) {
    await meanwhile();
    stand.localAws.clock.advance(Math.min(left, 300_000));
  }
}

/** Sockets that were told GO_AWAY so long ago. */
export async function goAway(stand: TestStand): Promise<Attempt> {
  const channel = await newChannel(stand);
  return async (ms) => {
    const socket: TestSocket = await channel.viewer(fresh(stand).guest, "v1");
    const body = JSON.stringify({ fault: "goAway", channelArn: channel.arn });
    await fetch(`${stand.localAws.url}/_local/faults`, { method: "POST", body });
    await socket.received({ messageType: "GO_AWAY" });
    stand.localAws.clock.advance(ms);
    return ofSocket(socket);
  };
}

/** Allocations of one channel that are kept, by a TURN client. */
export async function allocateRelays(stand: TestStand): Promise<Attempt> {
  const channel = await newChannel(stand);
  const [server] = await channel.iceServers(fresh(stand).guest);
  const uri = server?.Uris?.[1] ?? "";
  return async () => {
    const { error } = await allocate(uri, server ?? {});
    return error === 0 ? "accepted" : { stun: error };
  };
}
