import { Button, SelectField } from "@lectern/ui";
import { useSyncExternalStore } from "react";
import { useWords } from "../words/index.ts";
import type { Outputs } from "./outputs.ts";

/** Where the sound comes out; nothing where the browser offers no choice. */
export function OutputChoice({ outputs }: { outputs: Outputs }) {
  const { system, playThrough, pick } = useWords().options;
  const state = useSyncExternalStore(outputs.subscribe, outputs.getState);
  switch (state.status) {
    case "none":
      return null;
    case "list":
      return (
        <SelectField
          label={playThrough}
          options={[{ value: "", label: system }, ...state.outputs.map(({ id, label }) => ({ value: id, label }))]}
          value={state.chosenId}
          onChange={outputs.choose}
        />
      );
    case "picker":
      return (
        <div className="row">
          <Button onClick={outputs.pick}>{pick}</Button>
          <span className="soft">{state.label || system}</span>
        </div>
      );
  }
}
