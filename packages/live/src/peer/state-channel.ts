import { parseJson } from "@lectern/primitives";
import * as v from "valibot";
import type { ClockExchange } from "./clock-comparison.ts";

/** What the speaker does, told to every listener beside the sound; the session API stays the truth. */
const speakerFactsSchema = v.object({
  muted: v.boolean(),
  paused: v.boolean(),
  title: v.pipe(v.string(), v.maxLength(200)),
  ended: v.boolean(),
});
export type SpeakerFacts = v.InferOutput<typeof speakerFactsSchema>;

/** What a listener hears, told to the speaker. */
const listenerReportSchema = v.object({ state: v.picklist(["ready", "hearing", "turned-down", "not-hearing"]) });
export type ListenerReport = v.InferOutput<typeof listenerReportSchema>["state"];

const timeSchema = v.pipe(v.number(), v.finite());
/** A listener asks for the speaker's time, and says its own … */
const timeQuestionSchema = v.object({ askedAt: timeSchema });
/** … and the speaker answers at once with the time of its own clock. */
const timeAnswerSchema = v.object({ askedAt: timeSchema, at: timeSchema });

const fromListenerSchema = v.union([listenerReportSchema, timeQuestionSchema]);
const fromSpeakerSchema = v.union([speakerFactsSchema, timeAnswerSchema]);

export interface StateChannel<Outgoing> {
  /** Told at once, or as soon as the channel opens; only the newest matters. */
  say(message: Outgoing): void;
  close(): void;
}

interface StateChannelEvents<Incoming> {
  onMessage(message: Incoming): void;
  /** The other side closed its peer, or the channel failed: the quickest sign of a departure there is. */
  onClose(): void;
  /**
   * The other side sends more than any page does, so much that this page would do nothing else, or opens another channel to
   * do so. Nothing of it is read any more.
   */
  onFlood(): void;
}

/** More than any message here needs; a longer one is not parsed. */
const MAX_CHARACTERS = 1024;
/** A listener reports and asks the time once a second; what exceeds this is ignored until the next second. */
const MAX_REPORTS_PER_SECOND = 5;

/** Each side sends two or three a second; browsers hand over tens of thousands, one task each, before anything a person does. */
const MAX_MESSAGES_PER_SECOND = 100;
/** What a page of ours sends while this one does nothing, as behind a dialog of the browser's, arrives at once afterwards. */
const WAITING_PER_SECOND = 3;
const MAX_WAITING = 2000;

/** Whether there were too many calls within a second. */
function createFloodGauge(now: () => number): () => boolean {
  let since = now();
  let left = MAX_MESSAGES_PER_SECOND;
  return () => {
    const elapsedMs = now() - since;
    if (elapsedMs >= 1000) {
      since = now();
      left = MAX_MESSAGES_PER_SECOND + Math.min(MAX_WAITING, (WAITING_PER_SECOND * elapsedMs) / 1000);
    }
    return --left < 0;
  };
}

function openStateChannel<Outgoing, Incoming>(
  peer: RTCPeerConnection,
  read: (json: string) => Incoming | null,
  events: StateChannelEvents<Incoming>,
  now: () => number,
): StateChannel<Outgoing> & { sendNow(message: object): void } {
  // Negotiated in advance: no round trip before the first message.
  const channel = peer.createDataChannel("lectern-state", { negotiated: true, id: 0 });
  let latest: string | null = null;
  const isFlooded = createFloodGauge(now);
  channel.onopen = () => {
    if (latest !== null) channel.send(latest);
  };
  const flooded = () => {
    channel.onmessage = null;
    channel.onclose = null;
    events.onFlood();
  };
  // No page of ours opens another one, and what comes through it would be counted nowhere.
  peer.ondatachannel = flooded;
  channel.onmessage = ({ data }) => {
    if (isFlooded()) return flooded();
    if (typeof data !== "string" || data.length > MAX_CHARACTERS) return;
    const message = read(data);
    if (message !== null) events.onMessage(message);
  };
  channel.onclose = () => events.onClose();
  return {
    say(message) {
      const text = JSON.stringify(message);
      if (text === latest) return;
      latest = text;
      if (channel.readyState === "open") channel.send(text);
    },
    sendNow(message) {
      if (channel.readyState === "open") channel.send(JSON.stringify(message));
    },
    close() {
      channel.onclose = null;
      channel.onmessage = null;
      channel.close();
    },
  };
}

/** The speaker's end. `now`: epoch ms by a clock that is never set. */
export function openSpeakerChannel(
  peer: RTCPeerConnection,
  events: StateChannelEvents<ListenerReport>,
  now: () => number,
): StateChannel<SpeakerFacts> {
  let second = 0;
  let reports = 0;
  const channel = openStateChannel<SpeakerFacts, ListenerReport>(
    peer,
    (json) => {
      const thisSecond = Math.floor(now() / 1000);
      if (thisSecond !== second) reports = 0;
      second = thisSecond;
      if (++reports > MAX_REPORTS_PER_SECOND) return null;
      const parsed = v.safeParse(fromListenerSchema, parseJson(json));
      if (!parsed.success) return null;
      if ("state" in parsed.output) return parsed.output.state;
      channel.sendNow({ askedAt: parsed.output.askedAt, at: now() });
      return null;
    },
    events,
    now,
  );
  return channel;
}

export interface ListenerChannel extends StateChannel<{ state: ListenerReport }> {
  /** Asks the speaker's page for its time, if the channel is open. */
  askTime(): void;
}

/** The listener's end. `now`: as above. */
export function openListenerChannel(
  peer: RTCPeerConnection,
  events: StateChannelEvents<SpeakerFacts> & { onTime(exchange: ClockExchange): void },
  now: () => number,
): ListenerChannel {
  let askedAt: number | null = null;
  const channel = openStateChannel<{ state: ListenerReport }, SpeakerFacts>(
    peer,
    (json) => {
      const answeredAt = now();
      const parsed = v.safeParse(fromSpeakerSchema, parseJson(json));
      if (!parsed.success) return null;
      if (!("at" in parsed.output)) return parsed.output;
      const { at } = parsed.output;
      // Only an answer to the last question, and only the first: a speaker's page must not choose the times it is compared by.
      if (askedAt !== null && parsed.output.askedAt === askedAt) events.onTime({ askedAt, at, answeredAt });
      askedAt = null;
      return null;
    },
    events,
    now,
  );
  return {
    ...channel,
    askTime() {
      askedAt = now();
      channel.sendNow({ askedAt });
    },
  };
}
