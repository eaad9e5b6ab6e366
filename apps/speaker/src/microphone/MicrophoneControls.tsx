import type { MicrophoneMode, MicrophoneState } from "@lectern/live/broadcast";
import { Choice, SelectField } from "@lectern/ui";

export interface MicrophoneControlsProps {
  state: MicrophoneState;
  onSelect: (deviceId: string | null) => void;
  onMode: (mode: MicrophoneMode) => void;
}

const modes = [
  { value: "voice", label: "Voice", hint: "Removes noise and echo. For speaking." },
  { value: "music", label: "Music", hint: "Stereo, nothing removed. Use headphones." },
] as const;

/** Which microphone, and what for. */
export function MicrophoneSelect({ state, onSelect }: Pick<MicrophoneControlsProps, "state" | "onSelect">) {
  const devices = state.devices.map(({ id, label }, at) => ({ value: id, label: label || `Microphone ${at + 1}` }));
  const known = devices.some(({ value }) => value === (state.selectedId ?? ""));
  const options = known ? devices : [{ value: "", label: "The system's microphone" }, ...devices];
  return (
    <SelectField
      label="Microphone"
      options={options}
      value={known ? (state.selectedId ?? "") : ""}
      onChange={(id) => onSelect(id === "" ? null : id)}
    />
  );
}

export function ModeChoice({ state, onMode }: Pick<MicrophoneControlsProps, "state" | "onMode">) {
  return <Choice label="Sound" options={modes} value={state.mode} onChange={onMode} />;
}
