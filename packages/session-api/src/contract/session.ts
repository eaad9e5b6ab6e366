import * as v from "valibot";

/** Four words from the EFF short list joined by hyphens, or the speaker's own: 3–64 of `a-z 0-9 -`, letter or digit at both ends. */
export const codeSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z0-9](?:[a-z0-9-]{1,62})[a-z0-9]$/, "3 to 64 letters, digits and hyphens"),
);

/** What a person calls the talk: 1–120 characters, no control characters. */
export const titleSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(120),
  v.regex(/^\P{Cc}*$/u, "no control characters"),
);

export const sessionStatusSchema = v.picklist(["waiting", "live", "paused", "ended"]);

/** `waiting → live ⇄ paused → ended → live …` (design §4). */
export type SessionStatus = v.InferOutput<typeof sessionStatusSchema>;

/** What anyone who knows the code may see: nothing of the speaker, nothing of channels. All times epoch ms. */
export const sessionSchema = v.object({
  id: v.string(),
  code: v.string(),
  title: v.string(),
  status: sessionStatusSchema,
  /** Rises with every change; an older snapshot is dropped by whoever holds a newer one. */
  rev: v.number(),
  createdAt: v.number(),
  /** When it last went live; null if it never did. */
  liveAt: v.nullable(v.number()),
  /** When it last ended; null while it has not. */
  endedAt: v.nullable(v.number()),
  /** Whether a page of the speaker's is there. While on air without one, there is nobody to connect to. */
  hosted: v.optional(v.boolean(), true),
});
export type Session = v.InferOutput<typeof sessionSchema>;

/** A channel's address for one role. Endpoints are those of GetSignalingChannelEndpoint for that role. */
export const channelEndpointsSchema = v.object({
  channelArn: v.string(),
  wssEndpoint: v.string(),
  httpsEndpoint: v.string(),
});
export type ChannelEndpoints = v.InferOutput<typeof channelEndpointsSchema>;
