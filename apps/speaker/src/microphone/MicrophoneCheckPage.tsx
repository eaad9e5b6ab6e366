import { Button, Page, Sign, Skeleton, Status, TextField } from "@lectern/ui";
import type { ReactNode } from "react";
import { ShareLink } from "../share/ShareLink.tsx";
import { useWords } from "../words/index.ts";
import { HeardMeter } from "./HeardMeter.tsx";
import { type MicrophoneControlsProps, MicrophoneSelect, ModeChoice } from "./MicrophoneControls.tsx";
import { SoundTestControl } from "./SoundTestControl.tsx";
import type { Levels } from "./use-heard.ts";

export interface MicrophoneCheckPageProps extends MicrophoneControlsProps {
  corner: ReactNode;
  /** null until the session is known. */
  talk: { title: string; titleProblem: string | undefined; link: string; titleMaxLength: number } | null;
  onTitle: (title: string) => void;
  onTitleDone: () => void;
  /** Of what would be sent; null where this browser cannot measure it. */
  levels: Levels | null;
  track: () => MediaStreamTrack | null;
  /** Why there is no microphone, with the button to ask again. */
  problem: ReactNode;
  /** Whether to keep a recording, and those that are kept. */
  recording: { choice: ReactNode; kept: ReactNode };
  onGoLive: () => void;
}

/** Before going live: the microphone's level, the title, and the link to share. */
export function MicrophoneCheckPage(props: MicrophoneCheckPageProps) {
  const { corner, talk, state, levels, track, problem, recording } = props;
  const { broadcast, currentTalk, microphone: words } = useWords();
  const open = state.status === "open";
  return (
    <Page
      state="microphone-check"
      documentTitle={`${talk?.title || currentTalk.newTalk} · Lectern`}
      busy={!talk || state.status === "asking"}
      corner={corner}
    >
      <h1 className="visually-hidden">{words.page}</h1>
      <Sign tone="rest">
        <Status label={broadcast.statusLabel}>{broadcast.notOnAir}</Status>
      </Sign>
      <TextField
        label={currentTalk.title}
        asTitle
        value={talk?.title ?? ""}
        problem={talk?.titleProblem}
        maxLength={talk?.titleMaxLength}
        disabled={!talk}
        autoComplete="off"
        enterKeyHint="done"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => props.onTitle(event.currentTarget.value)}
        onBlur={props.onTitleDone}
      />
      <div className="stack">
        <MicrophoneSelect state={state} onSelect={props.onSelect} />
        <HeardMeter key={state.usedId} state={state} levels={levels} />
        {problem}
        <SoundTestControl track={track} disabled={!open} />
        <ModeChoice state={state} onMode={props.onMode} />
        {recording.choice}
      </div>
      <div className="dock">
        <Button tone="primary" large wide disabled={!open || !talk} onClick={props.onGoLive}>
          {broadcast.goLive}
        </Button>
      </div>
      {talk ? (
        <div className="ruled stack">
          <ShareLink title={talk.title} link={talk.link} />
          <p className="soft">{words.giveAway}</p>
        </div>
      ) : (
        <div className="ruled stack">
          <Skeleton shape="short" />
          <Skeleton />
          <Skeleton shape="button" />
        </div>
      )}
      {recording.kept}
    </Page>
  );
}
