import { Elapsed } from "@lectern/ui";
import { useState } from "react";

/** How long the sound has been away, counted from when this appeared. */
export function ReconnectingFor() {
  const [since] = useState(() => Date.now());
  return (
    <span className="away">
      Away for <Elapsed since={since} />
    </span>
  );
}
