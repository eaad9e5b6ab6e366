import * as v from "valibot";

/** Four words from the EFF short list joined by hyphens, or the speaker's own: 3–64 of `a-z 0-9 -`, letter or digit at both ends. */
export const codeSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z0-9](?:[a-z0-9-]{1,62})[a-z0-9]$/, "3 to 64 letters, digits and hyphens"),
);

/** What a person calls the talk: 1–120 characters, no control characters, no halves of one. */
export const titleSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(120),
  v.regex(/^[^\p{Cc}\p{Cs}]*$/u, "no control characters"),
);

/** A channel's ARN; only KVS judges it. */
export const arnSchema = v.pipe(v.string(), v.maxLength(1024));

export const sessionStatusSchema = v.picklist(["waiting", "live", "paused", "ended"]);

/** `waiting → live ⇄ paused → ended → live …` (design §4). */
export type SessionStatus = v.InferOutput<typeof sessionStatusSchema>;

/** Epoch ms, as far as a Date can tell. */
export const epochMsSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

/** What anyone who knows the code may see: nothing of the speaker, nothing of channels. All times epoch ms. */
export const sessionSchema = v.object({
  id: v.string(),
  code: v.string(),
  title: v.string(),
  status: sessionStatusSchema,
  /** Rises with every change; an older snapshot is dropped by whoever holds a newer one. */
  rev: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  createdAt: epochMsSchema,
  /** When it last went live; null if it never did. */
  liveAt: v.nullable(epochMsSchema),
  /** When it last ended; null while it has not. */
  endedAt: v.nullable(epochMsSchema),
  /** Whether a page of the speaker's is there. While on air without one, there is nobody to connect to. */
  hosted: v.optional(v.boolean(), true),
});
export type Session = v.InferOutput<typeof sessionSchema>;

/** On a laptop there is no TLS. */
const endpoint = (pattern: RegExp) => v.pipe(v.string(), v.maxLength(1024), v.url(), v.regex(pattern));

/** A channel's address for one role. Endpoints are those of GetSignalingChannelEndpoint for that role. */
export const channelEndpointsSchema = v.object({
  channelArn: arnSchema,
  wssEndpoint: endpoint(/^wss?:\/\/[^?#]+$/),
  httpsEndpoint: endpoint(/^https?:\/\/[^?#]+$/),
});
export type ChannelEndpoints = v.InferOutput<typeof channelEndpointsSchema>;
