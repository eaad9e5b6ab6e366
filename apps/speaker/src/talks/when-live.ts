import { DAY_MS } from "@lectern/primitives";
import type { Session } from "@lectern/session-api/contract";
import type { Words } from "../words/index.ts";

/** When a talk was last on air, as a person would say it. `now`: epoch ms of the server. */
export function whenLive({ status, liveAt, hosted }: Session, now: number, words: Words["talks"]["when"]): string {
  if (status === "live" || status === "paused") return hosted ? words.now : words.unhosted;
  if (liveAt === null) return words.never;
  // This device's clock may be behind the server's.
  const days = Math.max(0, Math.floor((now - liveAt) / DAY_MS));
  return days < 7 ? words.daysAgo(days) : words.on(liveAt);
}
