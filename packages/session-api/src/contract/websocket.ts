import * as v from "valibot";
import { apiErrorCodeSchema } from "./errors.ts";
import { arnSchema, channelEndpointsSchema, codeSchema, epochMsSchema, sessionSchema } from "./session.ts";

const secret = v.pipe(v.string(), v.regex(/^[a-f0-9]{32}$/));

/** Client → server: `{action, …}`, under 32 kB. */
export const clientMessageSchema = v.variant("action", [
  /**
   * Host this session: answered by `session`, then by `channels` once they are ACTIVE, or by `error`. The token is sent here
   * because a URL may be logged. `hostSecret` is random and the same on all of a page's sockets: with it the page replaces
   * its own older socket, which may not be known to be closed yet, without `takeOver`.
   */
  v.object({
    action: v.literal("host"),
    token: v.pipe(v.string(), v.maxLength(8192)),
    code: codeSchema,
    takeOver: v.optional(v.boolean()),
    hostSecret: v.optional(secret),
  }),
  /** Host: I am connected to this channel as master. The first one makes the session `live`. */
  v.object({ action: v.literal("mastering"), channelArn: arnSchema }),
  /** Host: this viewer left, failed, or was not admitted. Frees its seat if it had one. */
  v.object({
    action: v.literal("gone"),
    clientId: v.pipe(v.string(), v.maxLength(256)),
    reason: v.picklist(["left", "failed", "not-admitted"]),
  }),
  /**
   * Listener: send me this session and its changes. With `seatSecret`: also resume that seat. With `seat`: also take a seat
   * if the session is on air, which saves a round trip.
   */
  v.object({
    action: v.literal("join"),
    code: codeSchema,
    seatSecret: v.optional(secret),
    seat: v.optional(v.boolean()),
  }),
  /** Listener: give me a seat, or a new ClientId for the seat I hold. Answered by `seat` or `error`. */
  v.object({ action: v.literal("seat") }),
  /** Listener: free my seat. The socket stays open for the session's changes. */
  v.object({ action: v.literal("leave") }),
  /** Both: renew my lease, of the seat or as host. Answered by `session`. */
  v.object({ action: v.literal("ping") }),
]);
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>;

/** Base64 of 32 bytes. */
const macKeySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/));

/** Server → client: `{type, …}`. A client ignores types it does not know. */
export const serverMessageSchema = v.variant("type", [
  /** The session, after every change. To be ignored if its `rev` is lower than the last one's. */
  v.object({ type: v.literal("session"), session: sessionSchema, serverTime: epochMsSchema }),
  /** To the host: connect to these as master, and admit ClientIds with a MAC of this key, which is new each time it goes live. */
  v.object({ type: v.literal("channels"), channels: v.array(channelEndpointsSchema), macKey: macKeySchema }),
  /** To a listener: its seat. A new peer needs a `clientId` that is no older than `SEAT_LEASE_MS`; `seat` asks for another one. */
  v.object({
    type: v.literal("seat"),
    ...channelEndpointsSchema.entries,
    clientId: v.string(),
    seatSecret: secret,
    /** 0 … SEATS_PER_CHANNEL − 1, different for each seat of a channel. Listeners stagger by it what all of them must do at once. */
    slot: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** To the host: how many listeners wait without a seat, how many hold one. */
  v.object({ type: v.literal("listeners"), waiting: v.number(), seated: v.number() }),
  /** To the former host: another page took over. */
  v.object({ type: v.literal("displaced") }),
  /** To all: the session ended, or was deleted. */
  v.object({ type: v.literal("ended") }),
  /**
   * Answers anything but `host` and `join` on a socket that is in no session: its hello was lost, or it was silent for so
   * long that it was forgotten. It says nothing of the session; another `host` or `join` does.
   */
  v.object({ type: v.literal("not-entered") }),
  v.object({ type: v.literal("error"), code: apiErrorCodeSchema, message: v.string() }),
]);
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;

/** How long a seat, or the host's role, is kept for a client that sends no `ping`. */
export const SEAT_LEASE_MS = 90_000;
/** KVS allows ten viewers a channel; two are left for sockets that died without closing. */
export const SEATS_PER_CHANNEL = 8;
/** Three pings fit into a lease. API Gateway closes idle sockets after 10 minutes. */
export const PING_INTERVAL_MS = 25_000;
/** API Gateway's frame limit; longer messages and bodies are refused before they are parsed. */
export const MAX_MESSAGE_BYTES = 32 * 1024;
