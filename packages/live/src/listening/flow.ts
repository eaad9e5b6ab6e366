import type { LiveEnvironment } from "../environment.ts";
import { type AudioCounters, isFlowing } from "./hearing.ts";

/** Decoding is looked for this often at first: the tap may be waiting for it. */
const EAGER_MS = 10;
const EAGER_POLLS = 200;
const POLL_MS = 250;
/** A silent speaker sends fifty packets a second like any other: none for so long means that nothing arrives. */
const STALLED_MS = 1500;
/** A look that comes later than this was held up by this machine, not by the network. */
const HELD_UP_MS = 1000;

interface FlowEvents {
  /** Sound comes out of the jitter buffer: at first, and again after each stall. */
  onFlow(): void;
  /** Nothing has arrived for a second and a half. ICE takes longer to notice, and does not notice everything. */
  onStall(): void;
}

/** Follows whether sound arrives, until the signal aborts. */
export async function watchFlow(
  counters: () => Promise<AudioCounters | null>,
  { onFlow, onStall }: FlowEvents,
  { steadyNow, setTimer }: Pick<LiveEnvironment, "steadyNow" | "setTimer">,
  signal: AbortSignal,
): Promise<void> {
  let flowing = false;
  let packets = 0;
  let arrivedAt = steadyNow();
  let lookedAt = steadyNow();
  for (let poll = 0; !signal.aborted; poll++) {
    const seen = await counters().catch(() => null);
    if (signal.aborted) return;
    const at = steadyNow();
    if (at - lookedAt > HELD_UP_MS) arrivedAt = at;
    lookedAt = at;
    const received = seen?.packetsReceived ?? seen?.jitterBufferEmittedCount ?? 0;
    if (received !== packets) {
      packets = received;
      arrivedAt = at;
      if (!flowing && seen && isFlowing(seen)) {
        flowing = true;
        onFlow();
      }
    } else if (flowing && at - arrivedAt >= STALLED_MS) {
      flowing = false;
      onStall();
    }
    const waitMs = flowing || poll >= EAGER_POLLS ? POLL_MS : EAGER_MS;
    await new Promise<void>((resolve) => void setTimer(resolve, waitMs));
  }
}
