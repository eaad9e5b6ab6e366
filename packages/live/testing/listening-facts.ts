import type { Session } from "@lectern/session-api/contract";
import { initialListening, type ListeningEvent, type ListeningFacts, type Talk } from "../src/listening/facts.ts";

export const seat = { channelArn: "arn", wssEndpoint: "wss://v", httpsEndpoint: "https://r", clientId: "s-1", slot: 3 };
const onAir: Talk = {
  is: "found",
  id: "1",
  code: "a-b-c-d",
  title: "Talk",
  status: "live",
  hosted: true,
  rev: 5,
};
const said = { muted: true, paused: true, title: "Talk" };
export const found = { ...initialListening, talk: onAir };
export const lookingUp = { ...initialListening, talk: { is: "looking-up" }, request: "open" } as const;
const blocked = { attempt: 2, network: "sockets-blocked" } as const;
const heard = { ...found, seat, speaker: said, sound: "flowing" } as const;

/** Facts of each kind, by a name. */
export const states: Record<string, ListeningFacts> = {
  "not started": initialListening,
  "not started, armed": { ...initialListening, tap: "pressed" },
  "looking up": lookingUp,
  "looking up, armed": { ...lookingUp, tap: "pressed" },
  "looking up, socket lost": { ...lookingUp, socket: { attempt: 1, network: "silent" } },
  "not found": { ...initialListening, talk: { is: "not-found", removed: false } },
  failed: { ...initialListening, talk: { is: "failed", code: "network", cause: null } },
  waiting: { ...found, talk: { ...onAir, status: "waiting" }, tap: "pressed" },
  "no speaker's page": { ...found, talk: { ...onAir, hosted: false }, tap: "pressed" },
  "no speaker's page, seat held": { ...found, talk: { ...onAir, hosted: false }, seat, losses: 1 },
  ended: { ...found, talk: { ...onAir, status: "ended", hosted: false } },
  asking: { ...found, request: "open", tap: "pressed" },
  connecting: { ...found, seat },
  ready: heard,
  "needs a tap": { ...heard, tap: "refused" },
  stopped: { ...found, tap: "stopped" },
  playing: { ...heard, tap: "pressed" },
  "playing, speaker's page gone": { ...heard, talk: { ...onAir, hosted: false }, tap: "pressed" },
  "playing, asking for another seat": { ...heard, tap: "pressed", request: "open", staggered: true },
  reconnecting: { ...found, seat, sound: "lost", losses: 2, tap: "pressed", staggered: true },
  "reconnecting, asking": { ...found, sound: "lost", losses: 2, request: "open", staggered: true },
  "reconnecting, obstructed": { ...found, seat, sound: "lost", losses: 2, obstacle: "no-route", tap: "pressed" },
  "connecting, obstructed": { ...found, seat, obstacle: "no-answer", tap: "pressed" },
  "asking, sockets blocked": { ...found, request: "open", socket: blocked },
  "waiting, sockets blocked": { ...found, talk: { ...onAir, status: "waiting" }, socket: blocked },
  "playing, sockets blocked": { ...heard, tap: "pressed", socket: blocked },
  "waiting, nothing answers": {
    ...found,
    talk: { ...onAir, status: "waiting" },
    tap: "pressed",
    socket: { attempt: 3, network: "silent" },
  },
  full: { ...found, request: "full", tap: "pressed" },
};

export const session = (changes: Partial<Session>, by: "socket" | "http" = "socket"): ListeningEvent => ({
  type: "session",
  by,
  session: {
    id: "1",
    code: "a-b-c-d",
    title: "Talk",
    status: "live",
    rev: 6,
    createdAt: 0,
    liveAt: null,
    endedAt: null,
    hosted: true,
    ...changes,
  },
});

/** Events of each kind, by a name. */
export const events: Record<string, ListeningEvent> = {
  started: { type: "started" },
  left: { type: "left" },
  unreachable: { type: "unreachable", attempt: 1 },
  "unreachable again": { type: "unreachable", attempt: 2 },
  "looked up in vain": { type: "look-up-failed" },
  "looked up": session({}, "http"),
  "session waiting": session({ status: "waiting", hosted: false }),
  "session live": session({}),
  "session paused": session({ status: "paused", title: "New" }),
  "session unhosted": session({ hosted: false }),
  "session ended": session({ status: "ended", hosted: false }),
  "older session": session({ rev: 4, title: "Old" }),
  "same session": session({ rev: 5 }),
  "another session": session({ id: "2", rev: 1 }),
  "its seat": { type: "seat", seat: { ...seat, clientId: "s-2" } },
  "another channel's seat": { type: "seat", seat: { ...seat, channelArn: "other" } },
  "refused: full": { type: "refused", code: "full" },
  "refused: not found": { type: "refused", code: "session-not-found" },
  "refused: not live": { type: "refused", code: "session-not-live" },
  "refused: seat lost": { type: "refused", code: "seat-lost" },
  "refused: throttled": { type: "refused", code: "throttled" },
  "refused: unavailable": { type: "refused", code: "unavailable" },
  "refused: bad message": { type: "refused", code: "bad-request" },
  ended: { type: "ended" },
  media: { type: "media" },
  "speaker unmutes": { type: "speaker", facts: { muted: false, paused: false, title: "T", ended: false } },
  "speaker ends": { type: "speaker", facts: { muted: false, paused: false, title: "T", ended: true } },
  lost: { type: "lost" },
  "media failed": { type: "media-failed" },
  "no route": { type: "obstructed", obstacle: "no-route" },
  tapped: { type: "tapped" },
  "play refused": { type: "play-refused", by: "browser" },
  interrupted: { type: "play-refused", by: "system" },
  stopped: { type: "stopped" },
  untapped: { type: "untapped" },
  failed: { type: "failed", code: "network", cause: null },
};
