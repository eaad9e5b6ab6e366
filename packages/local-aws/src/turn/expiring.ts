import type { MovableClock } from "../clock.ts";
import type { Settings } from "../settings.ts";
import type { Turn } from "./turn.ts";

/**
 * The same TURN server, whose allocations may end with their credentials (`relayAfter300s: "dead"`). Then all end, the
 * younger ones too: stricter than anything AWS may do, which is not known.
 */
export function withExpiringAllocations(turn: Turn, settings: Settings, clock: MovableClock): Turn {
  /** Of the credentials given last. */
  let latestEnd = 0;
  let waiting = false;
  const endLater = (at: number) => {
    waiting = true;
    clock.after(at - clock.now(), () => {
      waiting = false;
      if (settings.relayAfter300s === "dead") void turn.endAllocations();
      if (latestEnd > clock.now()) endLater(latestEnd);
    });
  };
  return {
    ...turn,
    iceServers(channelArn, transports) {
      const servers = turn.iceServers(channelArn, transports);
      const [first] = servers;
      if (first && settings.relayAfter300s === "dead") {
        latestEnd = clock.now() + first.Ttl * 1000;
        // One timer, however many ask: the first's end is the others' too.
        if (!waiting) endLater(latestEnd);
      }
      return servers;
    },
  };
}
