import { useEffect, useState } from "react";

const HALF = 0.5;

const keeps = (probe: HTMLAudioElement): boolean => probe.volume === HALF;

/** Whether this browser lets a page set the volume; on iPhones and iPads only the device's buttons do. */
export function useVolumeControl(): boolean {
  const [probe] = useState(() => Object.assign(document.createElement("audio"), { volume: HALF }));
  const [canSet, setCanSet] = useState(() => keeps(probe));
  useEffect(() => {
    // Since iOS 15 what was set is read back until the next task (videojs/video.js#7514).
    const timer = setTimeout(() => setCanSet(keeps(probe)));
    return () => clearTimeout(timer);
  }, [probe]);
  return canSet;
}
