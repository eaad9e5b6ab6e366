import type { Session } from "@lectern/session-api/contract";

const DAY_MS = 24 * 3600_000;

/** When a talk was last on air, as a person would say it. `now`: epoch ms of the server. */
export function whenLive({ status, liveAt, hosted }: Session, now: number): string {
  if (status === "live" || status === "paused") return hosted ? "On air now" : "On air, without a page of yours";
  if (liveAt === null) return "Never on air yet";
  const days = Math.floor((now - liveAt) / DAY_MS);
  if (days < 7) {
    const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-Math.max(0, days), "day");
    return `Last on air ${words}`;
  }
  return `Last on air ${new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(liveAt)}`;
}
