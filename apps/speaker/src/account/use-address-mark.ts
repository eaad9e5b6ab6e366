import { useCallback, useSyncExternalStore } from "react";

const subscribe = (listener: () => void) => {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
};

/** A screen with a place in the address (`#mark`), so that the browser's Back leaves it and a reload does not. */
export function useAddressMark(mark: string) {
  const isOn = useSyncExternalStore(subscribe, () => window.location.hash === `#${mark}`);
  const enter = useCallback(() => {
    window.location.hash = mark;
  }, [mark]);
  const leave = useCallback(() => {
    if (window.location.hash === `#${mark}`) window.location.replace("#");
  }, [mark]);
  return { isOn, enter, leave };
}
