import { Page, RoundControl, Slider, Status, StatusMark, Title } from "@lectern/ui";
import type { ReactNode } from "react";
import { useWords } from "../words/index.ts";
import { ReconnectingFor } from "./ReconnectingFor.tsx";
import { isOn, isOnAir, statusOf, type TalkState } from "./status.ts";

export interface TalkPageProps {
  state: TalkState;
  /** 0..1, of what is heard. Stable. */
  level: () => number;
  /** null: this browser leaves it to the device. */
  volume: number | null;
  onVolume: (volume: number) => void;
  onListen: () => void;
  onStop: () => void;
  /** What a person should know of this browser, if anything. */
  hint: ReactNode;
  /** Below the volume, small. */
  options: ReactNode;
}

/** A talk: its title, one control, one sentence. The layout is the same in every state. */
export function TalkPage({ state, level, volume, onVolume, onListen, onStop, hint, options }: TalkPageProps) {
  const { status, talk } = useWords();
  const { headline, advice } = status[statusOf(state, volume === 0)];
  const on = isOn(state);
  const onAir = isOnAir(state);
  const title = "title" in state ? state.title : "";
  return (
    <Page
      state={state.status}
      documentTitle={title === "" ? "Lectern" : `${title} · Lectern`}
      busy={state.status === "looking-up" || state.status === "connecting"}
      centred
    >
      <Title steady pending={title === ""}>
        {title === "" ? talk.untitled : title}
      </Title>
      <RoundControl
        label={on ? talk.stop : talk.listen}
        shape={on ? "stop" : "play"}
        tone={onAir ? "on-air" : on ? "ink" : "rest"}
        read={state.status === "playing" ? level : null}
        disabled={state.status === "ended"}
        onPress={on ? onStop : onListen}
      />
      <div className="listening-status">
        <Status label={talk.statusLabel}>
          <StatusMark tone={onAir ? "on-air" : "rest"} />
          {headline}
        </Status>
        <p className="lead">
          <span aria-live="polite">{advice}</span>
          {state.status === "reconnecting" ? <ReconnectingFor /> : null}
        </p>
      </div>
      {volume === null ? null : <Slider label={talk.volume} value={volume} onChange={onVolume} />}
      {hint}
      {options}
    </Page>
  );
}
