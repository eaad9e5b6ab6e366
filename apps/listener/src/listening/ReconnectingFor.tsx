import { Elapsed } from "@lectern/ui";
import { useState } from "react";
import { useWords } from "../words/index.ts";

/** The device's clock may be set meanwhile. */
const steadyNow = () => performance.now();

/** How long the sound has been away, counted from when this appeared. */
export function ReconnectingFor() {
  const { awayFor } = useWords().talk;
  const [since] = useState(steadyNow);
  return <span className="away">{awayFor(<Elapsed since={since} now={steadyNow} />)}</span>;
}
