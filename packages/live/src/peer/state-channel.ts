import * as v from "valibot";

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

export interface StateChannel<Outgoing> {
  /** Told at once, or as soon as the channel opens; only the newest matters. */
  say(message: Outgoing): void;
  close(): void;
}

interface StateChannelEvents<Incoming> {
  onMessage(message: Incoming): void;
  /** The other side closed its peer, or the channel failed: the quickest sign of a departure there is. */
  onClose(): void;
}

/** More than any message here needs; a longer one is not parsed. */
const MAX_CHARACTERS = 1024;
/** A listener reports once a second; whoever floods is not listened to for the rest of the second. */
const MAX_REPORTS_PER_SECOND = 5;

function openStateChannel<Outgoing, Incoming>(
  peer: RTCPeerConnection,
  read: (json: string) => Incoming | null,
  events: StateChannelEvents<Incoming>,
): StateChannel<Outgoing> {
  // Negotiated in advance: no round trip before the first message.
  const channel = peer.createDataChannel("lectern-state", { negotiated: true, id: 0 });
  let latest: string | null = null;
  channel.onopen = () => {
    if (latest !== null) channel.send(latest);
  };
  channel.onmessage = ({ data }) => {
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
    close() {
      channel.onclose = null;
      channel.onmessage = null;
      channel.close();
    },
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The speaker's end. */
export function openSpeakerChannel(
  peer: RTCPeerConnection,
  events: StateChannelEvents<ListenerReport>,
  now: () => number,
): StateChannel<SpeakerFacts> {
  let second = 0;
  let reports = 0;
  return openStateChannel(
    peer,
    (json) => {
      const thisSecond = Math.floor(now() / 1000);
      if (thisSecond !== second) reports = 0;
      second = thisSecond;
      if (++reports > MAX_REPORTS_PER_SECOND) return null;
      const parsed = v.safeParse(listenerReportSchema, parseJson(json));
      return parsed.success ? parsed.output.state : null;
    },
    events,
  );
}

/** The listener's end. */
export const openListenerChannel = (
  peer: RTCPeerConnection,
  events: StateChannelEvents<SpeakerFacts>,
): StateChannel<{ state: ListenerReport }> =>
  openStateChannel(
    peer,
    (json) => {
      const parsed = v.safeParse(speakerFactsSchema, parseJson(json));
      return parsed.success ? parsed.output : null;
    },
    events,
  );
