import { displayedText } from "@lectern/primitives";
import * as v from "valibot";

/** Four words joined by hyphens, or what a speaker chose: 3–64 of `a-z 0-9 -`, with a letter or digit at both ends. */
export const codeSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z0-9](?:[a-z0-9-]{1,62})[a-z0-9]$/, "not a code"),
);

/** A code is the ticket: a short one is found by trying. */
const MIN_CHOSEN_CODE_LENGTH = 12;

/** A code that a speaker chooses: at least 12 characters. */
export const chosenCodeSchema = v.pipe(codeSchema, v.minLength(MIN_CHOSEN_CODE_LENGTH, "at least 12 characters"));

/**
 * The title of a talk: 1–120 characters, at least one of them seen; no control characters, line breaks or unpaired
 * surrogates. Characters that override its direction are left out.
 */
export const titleSchema = v.pipe(
  v.string(),
  v.transform(displayedText),
  v.minLength(1),
  v.maxLength(120),
  v.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, "no control characters"),
);

/** A channel's ARN. Its form is left to KVS to check. */
export const arnSchema = v.pipe(v.string(), v.maxLength(1024));

const sessionStatusSchema = v.picklist(["waiting", "live", "paused", "ended"]);

/** `waiting → live ⇄ paused → ended → live …` */
export type SessionStatus = v.InferOutput<typeof sessionStatusSchema>;

/** Epoch ms, within what a Date can hold. */
export const epochMsSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

/** A session as anyone who knows its code may see it, so without its speaker and channel. All times epoch ms. */
export const sessionSchema = v.object({
  id: v.string(),
  code: v.string(),
  title: v.string(),
  status: sessionStatusSchema,
  /** Rises with every change, so that a snapshot older than the one already received can be ignored. */
  rev: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  createdAt: epochMsSchema,
  /** When it last went live; null: never. */
  liveAt: v.nullable(epochMsSchema),
  /** When it last ended; null: never. */
  endedAt: v.nullable(epochMsSchema),
  /** Whether a page of the speaker's is connected. Without one, listeners have nobody to connect to, even on air. */
  hosted: v.boolean(),
});
export type Session = v.InferOutput<typeof sessionSchema>;

/** local-aws has endpoints without TLS. */
const endpoint = (pattern: RegExp) => v.pipe(v.string(), v.maxLength(1024), v.url(), v.regex(pattern));

/** A channel and its endpoints for one role, from GetSignalingChannelEndpoint. */
export const channelEndpointsSchema = v.object({
  channelArn: arnSchema,
  wssEndpoint: endpoint(/^wss?:\/\/[^?#]+$/),
  httpsEndpoint: endpoint(/^https?:\/\/[^?#]+$/),
});
export type ChannelEndpoints = v.InferOutput<typeof channelEndpointsSchema>;
