import { useEffect } from "react";

/**
 * Keeps the screen awake while `wanted`: on a phone, a locked screen ends the microphone. The system takes the lock away
 * whenever the page is hidden, so it is asked for again; where it cannot be had, the screen sleeps as it always does.
 */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let left = false;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const given = await navigator.wakeLock.request("screen").catch(() => null);
      if (left) void given?.release();
      else lock = given;
    };
    const onVisible = () => void ask();
    void ask();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", onVisible);
      void lock?.release();
    };
  }, [wanted]);
}
