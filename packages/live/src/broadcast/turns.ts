/** A seat's messages that wait; whoever sends more, quicker than they can be handled, loses them and offers again. */
const MAX_WAITING = 32;

/** Runs a task after the seat's earlier ones; those of other seats do not wait for it. */
export type InTurn = (seat: string, task: () => Promise<void> | void) => void;

/** One listener's messages are handled one after the other, and no listener waits for another. */
export function createTurns(): InTurn {
  const turns = new Map<string, { last: Promise<void>; waiting: number }>();
  return (seat, task) => {
    const turn = turns.get(seat) ?? { last: Promise.resolve(), waiting: 0 };
    if (turn.waiting === MAX_WAITING) return;
    turns.set(seat, turn);
    turn.waiting++;
    turn.last = turn.last
      .then(task)
      // What goes wrong with one listener's message ends there: the listener offers again.
      .catch(() => undefined)
      .then(() => {
        turn.waiting--;
        if (turn.waiting === 0) turns.delete(seat);
      });
  };
}
