/** No browser offers more; each costs a search through the whole SDP, which anyone with a seat may have written. */
const MAX_OPUS_TYPES = 8;

/** Sets parameters of Opus (RFC 7587 §6.1) in every audio section; other parameters and codecs stay as they are. */
export function editOpus(sdp: string, parameters: Readonly<Record<string, string | number>>): string {
  const payloadTypes = new Set([...sdp.matchAll(/^a=rtpmap:(\d{1,3}) opus\/48000/gim)].map(([, type]) => type));
  return [...payloadTypes].slice(0, MAX_OPUS_TYPES).reduce<string>((edited, type) => {
    const line = new RegExp(`^a=fmtp:${type} (.*?)(\\r?)$`, "m");
    if (!line.test(edited)) {
      const map = new RegExp(`^(a=rtpmap:${type} .*?)(\\r?)$`, "m");
      return edited.replace(
        map,
        (_, before, end) => `${before}${end}\na=fmtp:${type} ${format(new Map(entries(parameters)))}${end}`,
      );
    }
    return edited.replace(line, (_, given: string, end: string) => {
      const merged = new Map([...parse(given), ...entries(parameters)]);
      return `a=fmtp:${type} ${format(merged)}${end}`;
    });
  }, sdp);
}

const entries = (parameters: Readonly<Record<string, string | number>>): [string, string][] =>
  Object.entries(parameters).map(([name, value]) => [name, String(value)]);

const parse = (line: string): [string, string][] =>
  line
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
    });

const format = (parameters: ReadonlyMap<string, string>): string =>
  [...parameters].map(([name, value]) => (value === "" ? name : `${name}=${value}`)).join(";");

export interface SdpIdentity {
  /** Changes with every ICE restart. */
  iceUfrag: string;
  /** Changes with every RTCPeerConnection. */
  fingerprint: string;
}

/** What tells a repeated offer, an ICE restart and a new peer apart; null if the SDP has none of it. */
export function identityOf(sdp: string): SdpIdentity | null {
  const iceUfrag = /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1];
  const fingerprint = /^a=fingerprint:\S+ (\S+)/m.exec(sdp)?.[1];
  return iceUfrag && fingerprint ? { iceUfrag, fingerprint: fingerprint.toUpperCase() } : null;
}

/**
 * Whether an offer asks for sound and the data channel once, and for nothing else. Of any other section the answering
 * browser makes a receiver, which decodes whatever is sent to it.
 */
export function isPlainOffer(sdp: string): boolean {
  const media = [...sdp.matchAll(/^m=(\S+)/gm)].map(([, kind]) => kind);
  return media.every((kind, index) => /^(?:audio|application)$/.test(kind ?? "") && media.indexOf(kind) === index);
}

/** Ours: which offer, by its ICE username fragment, an answer answers. Browsers ignore attributes they do not know. */
const ANSWERS = "a=x-lectern-answers:";

/** The answer, saying which offer it is for: after two ICE restarts in a row, the first one's answer must not be taken for the second's. */
export const answering = (answer: string, offer: string): string => {
  const offered = identityOf(offer)?.iceUfrag;
  return offered ? `${answer}${ANSWERS}${offered}\r\n` : answer;
};

/** Whether this answer is for this offer; one that does not say is taken to be. */
export function answers(answer: string, offer: string): boolean {
  const said = new RegExp(`^${ANSWERS}(\\S+)`, "m").exec(answer)?.[1];
  return said === undefined || said === identityOf(offer)?.iceUfrag;
}
