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

function openStateChannel<Outgoing, Incoming>(
  peer: RTCPeerConnection,
  parse: (message: unknown) => Incoming | null,
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
    let json: unknown;
    try {
      json = JSON.parse(data);
    } catch {
      return;
    }
    const message = parse(json);
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

/** The speaker's end. */
export const openSpeakerChannel = (
  peer: RTCPeerConnection,
  events: StateChannelEvents<ListenerReport>,
): StateChannel<SpeakerFacts> =>
  openStateChannel(
    peer,
    (message) => {
      const parsed = v.safeParse(listenerReportSchema, message);
      return parsed.success ? parsed.output.state : null;
    },
    events,
  );

/** The listener's end. */
export const openListenerChannel = (
  peer: RTCPeerConnection,
  events: StateChannelEvents<SpeakerFacts>,
): StateChannel<{ state: ListenerReport }> =>
  openStateChannel(
    peer,
    (message) => {
      const parsed = v.safeParse(speakerFactsSchema, message);
      return parsed.success ? parsed.output : null;
    },
    events,
  );
