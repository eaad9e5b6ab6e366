import { Notice } from "@lectern/ui";
import { useWords } from "../words/index.ts";

/** Says to how many no path is found: they have a place, and wait for the sound. */
export function UnreachedListeners({ count }: { count: number }) {
  const words = useWords().broadcast.unreached;
  return count > 0 ? <Notice title={words.title(count)} advice={words.advice} /> : null;
}
