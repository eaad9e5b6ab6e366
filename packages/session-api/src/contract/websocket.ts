import * as v from "valibot";
import { apiErrorCodeSchema } from "./errors.ts";
import { arnSchema, channelEndpointsSchema, codeSchema, epochMsSchema, sessionSchema } from "./session.ts";

const secret = v.pipe(v.string(), v.regex(/^[a-f0-9]{32}$/));

/** Client → server: `{action, …}`, under 32 kB. A token travels here, never in the URL. */
export const clientMessageSchema = v.variant("action", [
  /**
   * Host this session: answered by `session`, then `channels` once they are ACTIVE, or by `error`. `hostSecret` is the page's
   * own, made by it: the same page back on a new socket is not "another page", though its old one may not be known dead yet.
   */
  v.object({
    action: v.literal("host"),
    token: v.pipe(v.string(), v.maxLength(8192)),
    code: codeSchema,
    takeOver: v.optional(v.boolean()),
    hostSecret: v.optional(secret),
  }),
  /** Host: my master socket on this channel is open. The first one makes the session `live`. */
  v.object({ action: v.literal("mastering"), channelArn: arnSchema }),
  /** Host: this viewer left, failed, or was never admitted. Frees its seat if it had one. */
  v.object({
    action: v.literal("gone"),
    clientId: v.pipe(v.string(), v.maxLength(256)),
    reason: v.picklist(["left", "failed", "not-admitted"]),
  }),
  /**
   * Listener: tell me of this session; with the secret of a live seat, also resume that seat; with `seat`, also take one
   * if the session is on air, which saves a latecomer a round trip.
   */
  v.object({
    action: v.literal("join"),
    code: codeSchema,
    seatSecret: v.optional(secret),
    seat: v.optional(v.boolean()),
  }),
  /** Listener: a seat, please, or a fresh ClientId for the seat I hold. Answered by `seat` or `error`. */
  v.object({ action: v.literal("seat") }),
  /** Listener: I give the seat back. The socket stays, and goes on hearing of the session. */
  v.object({ action: v.literal("leave") }),
  /** Both: renews the lease of seat or host; answered by `session` (of the same `rev` if nothing changed). */
  v.object({ action: v.literal("ping") }),
]);
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>;

/** Base64 of 32 bytes. */
const macKeySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/));

/** Server → client: `{type, …}`. A client ignores types it does not know. */
export const serverMessageSchema = v.variant("type", [
  /** The whole truth about the session, on every change. Drop it if `rev` is lower than the last. */
  v.object({ type: v.literal("session"), session: sessionSchema, serverTime: epochMsSchema }),
  /** To the host: be master on these; admit ClientIds under this key (base64 of 32 bytes, new each time it goes live). */
  v.object({ type: v.literal("channels"), channels: v.array(channelEndpointsSchema), macKey: macKeySchema }),
  /** To a listener: your place. `clientId` is valid to begin a peer with for `leaseMs`; ask `seat` again for a fresh one. */
  v.object({
    type: v.literal("seat"),
    ...channelEndpointsSchema.entries,
    clientId: v.string(),
    seatSecret: secret,
    leaseMs: v.number(),
    /** 0 … SEATS_PER_CHANNEL − 1, no two of a channel alike: what all its listeners do at once, each does in its turn. */
    slot: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  /** To the host: how many wait without a seat, how many hold one. */
  v.object({ type: v.literal("listeners"), waiting: v.number(), seated: v.number() }),
  /** To the host that was: another page took over; stop sending. */
  v.object({ type: v.literal("displaced") }),
  /** To all: the session ended, or was deleted. */
  v.object({ type: v.literal("ended") }),
  v.object({ type: v.literal("error"), code: apiErrorCodeSchema, message: v.string() }),
]);
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;

/** A seat's lease: it survives its socket this long, renewed by `ping` (design §4). */
export const SEAT_LEASE_MS = 90_000;
/** Seats per channel: of KVS's ten viewers two are slack for sockets that died without closing (design §1.3). */
export const SEATS_PER_CHANNEL = 8;
/** API Gateway closes idle sockets at 10 minutes; a ping is also what renews leases, so it is much more frequent. */
export const PING_INTERVAL_MS = 25_000;
/** API Gateway's frame limit is 32 kB; what is longer is refused before parsing. */
export const MAX_MESSAGE_BYTES = 32 * 1024;
