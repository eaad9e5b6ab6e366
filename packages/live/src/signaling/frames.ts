import { parseJson } from "@lectern/primitives";
import * as v from "valibot";

/** KVS's pattern for ClientIds (reference §2.2). */
export const CLIENT_ID = /^(?!aws_)[a-z0-9_.-]{1,256}$/i;

/** A payload is at most 10k (reference §1); a longer frame is not parsed. */
const MAX_CHARACTERS = 32_768;

const frameSchema = v.object({
  messageType: v.string(),
  /** Absent, null or empty when it comes from the master. */
  senderClientId: v.optional(v.nullable(v.union([v.literal(""), v.pipe(v.string(), v.regex(CLIENT_ID))]))),
  messagePayload: v.optional(v.nullable(v.string())),
});
const sdpSchema = v.object({ sdp: v.pipe(v.string(), v.maxLength(16_384)) });
const mid = v.pipe(v.string(), v.maxLength(256));
const candidateSchema = v.object({
  candidate: v.pipe(v.string(), v.maxLength(1024)),
  sdpMid: v.optional(v.nullable(mid), null),
  sdpMLineIndex: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))), null),
  usernameFragment: v.optional(v.nullable(mid), null),
});

/** Those of KVS's messages that are handled. `from` is null when the master sent it. */
export type Frame =
  | { type: "SDP_OFFER" | "SDP_ANSWER"; from: string | null; sdp: string }
  | { type: "ICE_CANDIDATE"; from: string | null; candidate: RTCIceCandidateInit }
  | { type: "GO_AWAY" | "RECONNECT_ICE_SERVER" };

/** Anyone who knows the channel's ARN may have written the payload. null: nothing is done about it. */
export function readFrame(data: unknown): Frame | null {
  if (typeof data !== "string" || data.length > MAX_CHARACTERS) return null;
  const frame = v.safeParse(frameSchema, parseJson(data));
  if (!frame.success) return null;
  const { messageType: type, senderClientId, messagePayload } = frame.output;
  const from = senderClientId || null;
  switch (type) {
    case "SDP_OFFER":
    case "SDP_ANSWER": {
      const description = v.safeParse(sdpSchema, readPayload(messagePayload));
      return description.success ? { type, from, sdp: description.output.sdp } : null;
    }
    case "ICE_CANDIDATE": {
      const candidate = v.safeParse(candidateSchema, readPayload(messagePayload));
      return candidate.success ? { type, from, candidate: candidate.output } : null;
    }
    case "GO_AWAY":
    case "RECONNECT_ICE_SERVER":
      return { type };
    default:
      return null;
  }
}

function readPayload(payload: string | null | undefined): unknown {
  try {
    return JSON.parse(atob(payload ?? ""));
  } catch {
    return undefined;
  }
}
