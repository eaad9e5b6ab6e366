import type { MovableClock } from "../clock.ts";
import type { Settings } from "../settings.ts";
import type { Turn } from "./turn.ts";

/**
 * The same TURN server, whose allocations may end with their credentials (`relayAfter300s: "dead"`). Then all end, the
 * younger ones too: stricter than anything AWS may do, which is not known.
 */
export function expiring(turn: Turn, settings: Settings, clock: MovableClock): Turn {
  return {
    ...turn,
    iceServers(channelArn) {
      const servers = turn.iceServers(channelArn);
      const [first] = servers;
      if (first && settings.relayAfter300s === "dead") clock.after(first.Ttl * 1000, () => void turn.endAllocations());
      return servers;
    },
  };
}
