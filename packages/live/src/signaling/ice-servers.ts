import { sleep, startStopwatch, type Timing } from "@lectern/primitives";
import * as v from "valibot";
import { LiveError } from "../errors.ts";

/** RFC 7065. A browser refuses the whole list for one URI that is not. */
const TURN_URI = /^turns?:(?:[\w.-]+|\[[\dA-Fa-f:.]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/;

/** GetIceServerConfig's answer. Username is not judged: AWS's own do not fit the pattern AWS documents (reference §2.1). */
const answerSchema = v.object({
  /** Empty at a stand-in without TURN. */
  IceServerList: v.array(
    v.object({
      Uris: v.pipe(v.array(v.pipe(v.string(), v.maxLength(512), v.regex(TURN_URI))), v.minLength(1), v.maxLength(16)),
      Username: v.pipe(v.string(), v.maxLength(512)),
      Password: v.pipe(v.string(), v.maxLength(512)),
      /** KVS's own is always 300 (reference §2.1); a longer one would outlive the credentials. */
      Ttl: v.pipe(v.number(), v.minValue(1), v.maxValue(86_400)),
    }),
  ),
});

/** Asks KVS for one channel's TURN servers; the answer is not trusted. */
export type IceServerConfigRequest = () => Promise<unknown>;
/** `fresh`: not those of before, because KVS said so. */
export interface IceServersProvider {
  (fresh?: "fresh"): Promise<RTCIceServer[]>;
  /** Whether the next call asks KVS. */
  isStale(): boolean;
}

export interface IceServersOptions extends Timing {
  request: IceServerConfigRequest;
  region: string;
  /** At the stand-in there is no STUN server, and none is needed. */
  local: boolean;
  /** Another signaling socket, because KVS refuses on this one: some calls end 45 minutes after connecting (reference §2.1). */
  renewSignaling(): Promise<void>;
}

/** Credentials are not used when they end sooner than this: gathering must still succeed with them. */
const RESERVE_MS = 60_000;
/** KVS counts 5 a second per channel. */
const THROTTLED_MS = 1000;
/** KVS's Ttl is always 300 (reference §2.1). */
const DEFAULT_TTL_S = 300;

/**
 * One channel's ICE servers, asked for once and kept for less than their Ttl; callers share one request. One TURN
 * server and two of its URIs, one UDP and one TLS (or TCP): a peer takes an allocation per URI, and a channel has 50.
 */
export function createIceServers(options: IceServersOptions): IceServersProvider {
  const { region, local, random } = options;
  let cached: { servers: Promise<RTCIceServer[]>; isStale(): boolean } | null = null;

  /** Once more when that may help: through a new signaling socket, or after a moment. */
  async function ask(): Promise<unknown> {
    try {
      return await options.request();
    } catch (error) {
      if (!(error instanceof LiveError)) throw error;
      if (error.code === "throttled") {
        await sleep(options, THROTTLED_MS * (1 + random()));
      } else if (error.code === "signaling-refused") await options.renewSignaling();
      else throw error;
      return options.request();
    }
  }

  async function load(): Promise<RTCIceServer[]> {
    const ageMs = startStopwatch(options);
    const parsed = v.safeParse(answerSchema, await ask());
    if (!parsed.success) throw new LiveError("bad-response", "GetIceServerConfig's answer is not understood");
    const list = parsed.output.IceServerList;
    const stun = local ? [] : [{ urls: `stun:stun.kinesisvideo.${region}.amazonaws.com:443` }];
    const chosen = list[Math.floor(random() * list.length)];
    const lifeMs = (chosen?.Ttl ?? DEFAULT_TTL_S) * 1000;
    if (cached) cached.isStale = () => ageMs() >= Math.max(lifeMs - RESERVE_MS, lifeMs / 2);
    if (!chosen) return stun;
    return [...stun, { urls: pickUris(chosen.Uris), username: chosen.Username, credential: chosen.Password }];
  }

  const isStale = () => !cached || cached.isStale();
  const provide = (fresh?: "fresh") => {
    if (!cached || fresh || isStale()) {
      const entry = { servers: Promise.resolve<RTCIceServer[]>([]), isStale: () => false };
      cached = entry;
      entry.servers = load();
      entry.servers.catch(() => {
        if (cached === entry) cached = null;
      });
    }
    return cached.servers;
  };
  return Object.assign(provide, { isStale });
}

function pickUris(uris: readonly string[]): string[] {
  const isTcp = (uri: string) => uri.includes("transport=tcp");
  const udp = uri(uris, (candidate) => candidate.startsWith("turn:") && !isTcp(candidate));
  const tcp = uri(uris, (candidate) => candidate.startsWith("turns:") && isTcp(candidate)) ?? uri(uris, isTcp);
  const picked = [udp, tcp].filter((candidate) => candidate !== undefined);
  return picked.length > 0 ? picked : uris.slice(0, 1);
}

const uri = (uris: readonly string[], fits: (uri: string) => boolean): string | undefined => uris.find(fits);
