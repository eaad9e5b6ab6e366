import type { Clock } from "../http/service.ts";

/** A mail or text message the stand-in would have sent. */
export interface InboxMessage {
  /** Rises by one. */
  id: number;
  to: string;
  channel: "email" | "sms";
  subject: string;
  text: string;
  /** The code in it, when it carries one, so tests need not read the text. */
  code: string | null;
  /** Epoch ms. */
  at: number;
}

export interface Inbox {
  push(message: Omit<InboxMessage, "at" | "id">): void;
  /** Newest first. */
  list(): readonly InboxMessage[];
}

const MOST_KEPT = 1000;

export function createInbox(clock: Clock): Inbox {
  let messages: InboxMessage[] = [];
  return {
    push(message) {
      messages = [{ ...message, id: (messages[0]?.id ?? 0) + 1, at: clock.now() }, ...messages].slice(0, MOST_KEPT);
    },
    list: () => messages,
  };
}
