import type { LiveEnvironment } from "../environment.ts";

interface PageLifeEvents {
  /** It is left, or goes into the browser's cache of pages. */
  onHide(): void;
  /** It comes back out of that cache. */
  onRestored(): void;
  /** A person looks at it again, or the system gives the sound back after a call. */
  onBack(): void;
}

/** Follows what happens to the page as a whole. @returns the way to stop */
export function followPage(
  { page, isVisible, audioSession }: Pick<LiveEnvironment, "page" | "isVisible" | "audioSession">,
  { onHide, onRestored, onBack }: PageLifeEvents,
): () => void {
  const stops: (() => void)[] = [];
  const on = (target: typeof page, type: string, listener: (event: Event) => void) => {
    target.addEventListener(type, listener);
    stops.push(() => target.removeEventListener(type, listener));
  };
  on(page, "pagehide", onHide);
  on(page, "pageshow", (event) => {
    if ("persisted" in event && event.persisted) onRestored();
  });
  on(page, "visibilitychange", () => {
    if (isVisible()) onBack();
  });
  // How Safari tells of the end of a call (Audio Session API); other browsers start the element again themselves.
  if (audioSession) {
    on(audioSession, "statechange", () => {
      if (audioSession.state === "active") onBack();
    });
  }
  return () => {
    for (const stop of stops) stop();
  };
}
