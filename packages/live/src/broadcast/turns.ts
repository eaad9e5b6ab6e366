/** A seat's messages that wait; whoever sends more, quicker than they can be handled, loses them and offers again. */
const MAX_WAITING = 32;

type Task = () => Promise<void> | void;

/**
 * Runs a task after the seat's earlier ones; those of other seats do not wait for it. A task of a `kind` that only counts
 * as its newest takes the place of one that still waits: after a sleep, offers of half a minute arrive at once.
 */
export type InTurn = (seat: string, task: Task, kind?: "offer") => void;

/** One listener's messages are handled one after the other, and no listener waits for another. */
export function createTurns(): InTurn {
  const turns = new Map<string, { task: Task; kind: "offer" | undefined }[]>();

  async function run(seat: string, waiting: { task: Task }[]): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        await next.task();
      } catch {
        // What goes wrong with one listener's message ends there: the listener offers again.
      }
    }
    turns.delete(seat);
  }

  return (seat, task, kind) => {
    const waiting = turns.get(seat) ?? [];
    const older = kind ? waiting.findIndex((each) => each.kind === kind) : -1;
    if (older >= 0) waiting.splice(older, 1);
    if (waiting.length === MAX_WAITING) return;
    waiting.push({ task, kind });
    if (turns.has(seat)) return;
    turns.set(seat, waiting);
    void run(seat, waiting);
  };
}
