/** Messages of one sender that may wait; more are dropped, and the sender, a listener's page, offers again. */
const MAX_WAITING = 32;

type Task = () => Promise<void> | void;

/**
 * Runs a task after the earlier ones of the same sender; other senders do not wait for it. Of waiting offers only the newest
 * is handled: after a sleep, offers of half a minute arrive at once.
 */
export type SerialQueues = (sender: string, task: Task, kind?: "offer") => void;

/** A queue for each sender of messages. */
export function createSerialQueues(): SerialQueues {
  const queues = new Map<string, { task: Task; kind: "offer" | undefined }[]>();

  async function run(sender: string, queue: { task: Task }[]): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      try {
        await next.task();
      } catch {
        // What goes wrong with one message ends there: the listener offers again.
      }
    }
    queues.delete(sender);
  }

  return (sender, task, kind) => {
    const queue = queues.get(sender) ?? [];
    const older = kind ? queue.findIndex((each) => each.kind === kind) : -1;
    if (older >= 0) queue.splice(older, 1);
    if (queue.length === MAX_WAITING) return;
    queue.push({ task, kind });
    if (queues.has(sender)) return;
    queues.set(sender, queue);
    void run(sender, queue);
  };
}
