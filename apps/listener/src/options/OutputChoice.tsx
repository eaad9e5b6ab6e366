import { Button, SelectField } from "@lectern/ui";
import { useSyncExternalStore } from "react";
import type { Outputs } from "./outputs.ts";

const SYSTEM = "This device's own choice";

/** Where the sound comes out; nothing where the browser offers no choice. */
export function OutputChoice({ outputs }: { outputs: Outputs }) {
  const state = useSyncExternalStore(outputs.subscribe, outputs.getState);
  switch (state.status) {
    case "none":
      return null;
    case "list":
      return (
        <SelectField
          label="Play through"
          options={[{ value: "", label: SYSTEM }, ...state.outputs.map(({ id, label }) => ({ value: id, label }))]}
          value={state.chosenId}
          onChange={outputs.choose}
        />
      );
    case "picker":
      return (
        <div className="row">
          <Button onClick={outputs.pick}>Play through …</Button>
          <span className="soft">{state.label || SYSTEM}</span>
        </div>
      );
  }
}
