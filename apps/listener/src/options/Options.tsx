import type { Listening } from "@lectern/live/listening";
import { Disclosure } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import { DelayChoice } from "./DelayChoice.tsx";
import { DelayNow } from "./DelayNow.tsx";
import { OutputChoice } from "./OutputChoice.tsx";
import type { Outputs } from "./outputs.ts";

/** Options that few need, closed at first. */
export function Options({ listening, outputs }: { listening: Listening; outputs: Outputs }) {
  const { summary } = useWords().options;
  return (
    <div className="options">
      <Disclosure summary={summary}>
        <DelayChoice listening={listening} />
        <DelayNow listening={listening} />
        <OutputChoice outputs={outputs} />
      </Disclosure>
    </div>
  );
}
