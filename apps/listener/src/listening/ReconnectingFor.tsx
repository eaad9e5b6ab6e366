import { Elapsed } from "@lectern/ui";
import { useState } from "react";
import { useWords } from "../words/index.ts";

/** How long the sound has been away, counted from when this appeared. */
export function ReconnectingFor() {
  const { awayFor } = useWords().talk;
  const [since] = useState(() => Date.now());
  return <span className="away">{awayFor(<Elapsed since={since} />)}</span>;
}
