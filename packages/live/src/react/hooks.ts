import type { Readable } from "@lectern/primitives";
import { useCallback, useSyncExternalStore } from "react";
import type { Broadcast, BroadcastState, Microphone, MicrophoneState } from "../broadcast/index.ts";
import type { Listening, ListeningState } from "../listening/index.ts";

const useReadable = <T>(source: Readable<T>): T => useSyncExternalStore(source.subscribe, source.getState);

/** The listening's state, rendered on every change. */
export const useListening = (listening: Listening): ListeningState => useReadable(listening);
/** How late a listener hears, ms, rendered once a second; null while nothing is heard. */
export const useDelay = (listening: Pick<Listening, "delay">): number | null => useReadable(listening.delay);
/** The broadcast's state, rendered on every change. */
export const useBroadcast = (broadcast: Pick<Broadcast, "getState" | "subscribe">): BroadcastState =>
  useReadable(broadcast);
/** The microphone's state, rendered on every change. */
export const useMicrophone = (microphone: Microphone): MicrophoneState => useReadable(microphone);

/** 1 % is finer than a meter shows; in between nothing is rendered. */
const quantise = (level: number): number => Math.round(level * 100) / 100;

/**
 * Follows a level (0..1) once a frame, rendering only when it changes by 1 % or more. Pass a stable function
 * (`microphone.level`), or null to rest at 0.
 */
export function useLevel(read: (() => number) | null): number {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (!read) return () => undefined;
      let frame = requestAnimationFrame(function next() {
        changed();
        frame = requestAnimationFrame(next);
      });
      return () => cancelAnimationFrame(frame);
    },
    [read],
  );
  return useSyncExternalStore(subscribe, () => (read ? quantise(read()) : 0));
}
