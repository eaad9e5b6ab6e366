import type { RecordingStore } from "@lectern/live/recording";
import { Checkbox } from "@lectern/ui";
import { useSyncExternalStore } from "react";
import { useWords } from "../words/index.ts";
import type { RecordingWish } from "./wish.ts";

/** Whether the next talk is recorded, and where that stays. */
export function RecordingChoice({ wish, store }: { wish: RecordingWish; store: RecordingStore }) {
  const words = useWords().recording;
  const isWanted = useSyncExternalStore(wish.subscribe, wish.getState);
  const { status } = useSyncExternalStore(store.subscribe, store.getState);
  if (status === "refused") {
    return <p className="soft">{words.refused}</p>;
  }
  return (
    <Checkbox
      label={words.keep}
      hint={words.keepHint}
      checked={isWanted}
      onChange={(next) => {
        wish.set(next);
        // Asks the browser not to delete recordings when room runs short. They are kept even if it refuses.
        if (next) void navigator.storage.persist?.().catch(() => undefined);
      }}
    />
  );
}
