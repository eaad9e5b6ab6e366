import * as v from "valibot";

const messageSchema = v.picklist(["changed", "signed-out", "session-expired"]);
/** What tabs tell one another. Tokens are not sent: they are read from the vault. */
export type TabMessage = v.InferOutput<typeof messageSchema>;

export interface Tabs {
  tell(message: TabMessage): void;
  close(): void;
}

export interface TabsEnvironment {
  openChannel: ((name: string) => BroadcastChannel) | undefined;
  /** Where `storage` events arrive: `window`. */
  storageEvents: EventTarget | undefined;
}

/**
 * Other tabs of this browser. Two ways, since each fails somewhere: a message may arrive before the storage it speaks
 * of (separate processes), and `storage` events do not exist where storage is forbidden.
 *
 * @param item - the vault's localStorage item
 */
export function listenToTabs(
  item: string,
  { openChannel, storageEvents }: TabsEnvironment,
  hear: (message: TabMessage) => void,
): Tabs {
  const channel = openChannel?.(item);
  const onMessage = (event: MessageEvent<unknown>) => {
    const message = v.safeParse(messageSchema, event.data);
    if (message.success) hear(message.output);
  };
  const onStorage = (event: Event) => {
    if (!("key" in event && "newValue" in event) || event.key !== item) return;
    if (event.newValue !== null) hear("changed");
    // Also removed when the other tab's disk is full: where there is a channel, only the channel says who signed out.
    else if (channel === undefined) hear("signed-out");
  };
  channel?.addEventListener("message", onMessage);
  storageEvents?.addEventListener("storage", onStorage);
  return {
    tell: (message) => channel?.postMessage(message),
    close() {
      channel?.close();
      storageEvents?.removeEventListener("storage", onStorage);
    },
  };
}
