import type { Shelf } from "@lectern/live/recording";
import { Checkbox } from "@lectern/ui";
import { useSyncExternalStore } from "react";
import type { RecordingWish } from "./wish.ts";

/** Whether the next talk is recorded, and where that stays. */
export function RecordingChoice({ wish, shelf }: { wish: RecordingWish; shelf: Shelf }) {
  const isWanted = useSyncExternalStore(wish.subscribe, wish.getState);
  const { status } = useSyncExternalStore(shelf.subscribe, shelf.getState);
  if (status === "refused") {
    return <p className="soft">This browser keeps no recordings here. A window that is not private may.</p>;
  }
  return (
    <Checkbox
      label="Keep a recording on this device"
      hint="In this browser, never uploaded."
      checked={isWanted}
      onChange={(next) => {
        wish.set(next);
        // Asks the browser not to clear it away when room runs short. It is kept either way.
        if (next) void navigator.storage.persist?.().catch(() => undefined);
      }}
    />
  );
}
