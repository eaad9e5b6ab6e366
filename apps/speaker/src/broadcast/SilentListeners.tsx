import { Notice } from "@lectern/ui";
import { useEffect, useState } from "react";
import { useWords } from "../words/index.ts";

/** Shorter gaps usually end by themselves and are not shown. */
const WORTH_SAYING_MS = 5000;

/** Says how many are connected, want to listen and have had no sound for a while. */
export function SilentListeners({ count }: { count: number }) {
  const words = useWords().broadcast.silent;
  const [lasting, setLasting] = useState(false);
  const some = count > 0;
  useEffect(() => {
    setLasting(false);
    if (!some) return;
    const timer = setTimeout(() => setLasting(true), WORTH_SAYING_MS);
    return () => clearTimeout(timer);
  }, [some]);
  if (!some || !lasting) return null;
  return <Notice title={words.title(count)} advice={words.advice} />;
}
