import * as v from "valibot";

/** Largest messagePayload (base64, as sent): the documented "10k", which SendAlexaOfferToMaster spells out. */
const MAX_PAYLOAD_LENGTH = 10_000;
const identifier = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_.-]{1,256}$/));

const ACTIONS = ["SDP_OFFER", "SDP_ANSWER", "ICE_CANDIDATE"] as const;
type MessageType = (typeof ACTIONS)[number];

const frameSchema = v.record(v.string(), v.unknown());
const messageSchema = v.object({
  action: v.picklist(ACTIONS),
  messagepayload: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PAYLOAD_LENGTH)),
  recipientclientid: v.nullish(identifier),
});

export interface Message {
  type: MessageType;
  payload: string;
  recipientClientId?: string;
}

export type Frame =
  /** Not JSON, or not an object: nothing can be answered. */
  | { kind: "malformed" }
  | { kind: "invalid"; correlationId: string | undefined; problem: string }
  | { kind: "message"; correlationId: string | undefined; message: Message };

/** Reads what a client sent. Member names may be written in any case: AWS's C SDK capitalises them, its JS SDK does not. */
export function parseFrame(text: string): Frame {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "malformed" };
  }
  const frame = v.safeParse(frameSchema, json);
  if (!frame.success || Array.isArray(json)) return { kind: "malformed" };
  const lowered = Object.fromEntries(Object.entries(frame.output).map(([name, value]) => [name.toLowerCase(), value]));
  const correlation = v.safeParse(identifier, lowered.correlationid);
  const correlationId = correlation.success ? correlation.output : undefined;
  const parsed = v.safeParse(messageSchema, lowered);
  if (!parsed.success) return { kind: "invalid", correlationId, problem: parsed.issues[0].message };
  const { action, messagepayload, recipientclientid } = parsed.output;
  const message = { type: action, payload: messagepayload };
  return {
    kind: "message",
    correlationId,
    message: recipientclientid ? { ...message, recipientClientId: recipientclientid } : message,
  };
}

/** What the other side receives. From the master there is no sender. */
export const delivery = ({ type, payload }: Message, senderClientId: string | null) => ({
  messageType: type,
  messagePayload: payload,
  ...(senderClientId !== null && { senderClientId }),
});

/** Sent only about an error, and only to a message that carried a correlationId. The status code is a string. */
export const statusResponse = (correlationId: string, errorType: string, description: string) => ({
  messageType: "STATUS_RESPONSE",
  statusResponse: { correlationId, errorType, statusCode: "400", description },
});
