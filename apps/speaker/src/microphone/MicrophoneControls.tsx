import type { MicrophoneMode, MicrophoneState } from "@lectern/live/broadcast";
import { Choice, SelectField } from "@lectern/ui";
import { useWords } from "../words/index.ts";

export interface MicrophoneControlsProps {
  state: MicrophoneState;
  onSelect: (deviceId: string | null) => void;
  onMode: (mode: MicrophoneMode) => void;
}

/** Which microphone, and what for. */
export function MicrophoneSelect({ state, onSelect }: Pick<MicrophoneControlsProps, "state" | "onSelect">) {
  const words = useWords().microphone;
  const devices = state.devices.map(({ id, label }, at) => ({ value: id, label: label || words.numbered(at + 1) }));
  const { change, usedId, selectedId } = state;
  const shown = (change ? change.selectedId : (usedId ?? selectedId)) ?? "";
  const known = devices.some(({ value }) => value === shown);
  const options = known ? devices : [{ value: "", label: words.system }, ...devices];
  return (
    <SelectField
      label={words.label}
      options={options}
      value={known ? shown : ""}
      onChange={(id) => onSelect(id === "" ? null : id)}
    />
  );
}

export function ModeChoice({ state, onMode }: Pick<MicrophoneControlsProps, "state" | "onMode">) {
  const words = useWords().microphone;
  const modes = [
    { value: "voice", ...words.voice },
    { value: "music", ...words.music },
  ] as const;
  return <Choice label={words.sound} options={modes} value={state.change?.mode ?? state.mode} onChange={onMode} />;
}
