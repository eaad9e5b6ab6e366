import { useEffect } from "react";

/** Where Space already means something. */
const TAKEN = "input, textarea, select, button, a, summary, [contenteditable], dialog";

/** Space mutes and unmutes wherever nothing else needs it. */
export function useMuteKey(toggle: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== " " || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TAKEN)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [toggle]);
}
