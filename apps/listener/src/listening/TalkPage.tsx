import { Page, RoundControl, Slider, Status, StatusMark, Title } from "@lectern/ui";
import type { ReactNode } from "react";
import { ReconnectingFor } from "./ReconnectingFor.tsx";
import { isOn, isOnAir, statusWords, type TalkState } from "./status-words.ts";

export interface TalkPageProps {
  state: TalkState;
  /** 0..1, of what is heard. Stable. */
  level: () => number;
  volume: number;
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
  const { headline, advice } = statusWords(state);
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
        {title === "" ? "A live talk" : title}
      </Title>
      <RoundControl
        label={on ? "Stop" : "Listen"}
        shape={on ? "stop" : "play"}
        tone={onAir ? "on-air" : on ? "ink" : "rest"}
        read={state.status === "playing" ? level : null}
        disabled={state.status === "ended"}
        onPress={on ? onStop : onListen}
      />
      <div className="listening-status">
        <Status label="Listening status">
          <StatusMark tone={onAir ? "on-air" : "rest"} />
          {headline}
        </Status>
        <p className="lead">
          <span aria-live="polite">{advice}</span>
          {state.status === "reconnecting" ? <ReconnectingFor /> : null}
        </p>
      </div>
      <Slider label="Volume" value={volume} onChange={onVolume} />
      {hint}
      {options}
    </Page>
  );
}
