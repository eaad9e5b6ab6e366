import { Button, ConfirmButton, Elapsed, LevelMeter, Page, Sign, Status } from "@lectern/ui";
import { type ReactNode, useCallback } from "react";
import { ShareLink } from "../share/ShareLink.tsx";
import { useWords } from "../words/index.ts";
import { EditableTitle, type TitleEditing } from "./EditableTitle.tsx";
import { ListenerTally } from "./ListenerTally.tsx";
import { SilentListeners } from "./SilentListeners.tsx";
import { type OnAirState, type Silence, statusWords } from "./status-words.ts";
import { UnreachedListeners } from "./UnreachedListeners.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { useMuteKey } from "./use-mute-key.ts";
import { useWakeLock } from "./use-wake-lock.ts";

export interface OnAirPageProps {
  state: OnAirState;
  /** Why nothing of the microphone reaches anybody, muted or not. */
  silence: Silence | null;
  title: string;
  titleEditing: TitleEditing;
  link: string;
  /** 0..1, of what is sent. Stable. */
  level: () => number;
  /** Epoch ms of the server, against which onAirSince is counted. Stable. */
  serverNow: () => number;
  commands: { mute(): void; unmute(): void; pause(): void; resume(): void };
  onEnd: () => void;
  /** What went wrong with the microphone, or with ending. */
  problem: ReactNode;
  /** Choosing another microphone, one step away. */
  microphone: ReactNode;
  /** Whether it is recorded. */
  recording: ReactNode;
}

/** On air, going there or reconnecting: one layout for all, so that nothing moves. */
export function OnAirPage(props: OnAirPageProps) {
  const { state, silence, title, titleEditing, link, level, serverNow, commands, onEnd } = props;
  const { problem, microphone, recording } = props;
  const { broadcast: words, microphone: sound } = useWords();
  const { headline, meaning, tone } = statusWords(state, silence, words.status);
  const onAir = state.status !== "going-live";
  const { muted, ending } = state;
  const paused = onAir && state.paused;
  const toggle = useCallback(() => (muted ? commands.unmute() : commands.mute()), [muted, commands]);
  useMuteKey(toggle);
  useLeaveWarning(true);
  useWakeLock(true);
  return (
    <Page
      state={state.status}
      documentTitle={`${headline}: ${title} · Lectern`}
      busy={!onAir}
      corner={
        <ConfirmButton words={words.end} onConfirm={onEnd} disabled={ending}>
          {words.end.action}
        </ConfirmButton>
      }
    >
      <div className="stack-tight">
        <Sign tone={tone}>
          <Status label={words.statusLabel}>{headline}</Status>
          {onAir ? <Elapsed since={state.onAirSince} now={serverNow} /> : null}
        </Sign>
        <p className="soft" aria-live="polite">
          {meaning}
        </p>
      </div>
      <EditableTitle title={title} editing={titleEditing} />
      {problem}
      <SilentListeners count={state.listeners.notHearing} />
      <UnreachedListeners count={state.listeners.unreached} />
      <LevelMeter
        label={sound.level}
        large
        tone={tone === "on-air" ? "on-air" : "ink"}
        read={tone === "silent" ? null : level}
      />
      {recording}
      <ListenerTally counts={state.listeners} silent={tone !== "on-air"} />
      <div className="dock">
        <div className="dock-buttons">
          <Button
            tone={muted ? "primary" : "quiet"}
            large
            wide
            aria-keyshortcuts="Space"
            disabled={ending}
            onClick={toggle}
          >
            {muted ? words.unmute : words.mute}
          </Button>
          <Button large disabled={!onAir || ending} onClick={paused ? commands.resume : commands.pause}>
            {paused ? words.resume : words.pause}
          </Button>
        </div>
        <p className="soft key-hint">{words.spaceMutes}</p>
        <p className="soft touch-hint">{words.keepInFront}</p>
      </div>
      <div className="ruled stack">
        <ShareLink title={title} link={link} />
        <details className="disclosure">
          <summary>{words.microphone}</summary>
          {microphone}
        </details>
      </div>
    </Page>
  );
}
