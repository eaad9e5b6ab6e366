import type { Broadcast, BroadcastState } from "@lectern/live/broadcast";
import { Button, Notice } from "@lectern/ui";
import { type ReactNode, useState } from "react";
import type { TitleEditing } from "./broadcast/EditableTitle.tsx";
import { OffAirPage } from "./broadcast/OffAirPage.tsx";
import { OnAirPage } from "./broadcast/OnAirPage.tsx";
import { mostTelling, needsSignIn, type ProblemCode, problemCodeOf } from "./problems/codes.ts";
import { ProblemNotice } from "./problems/ProblemNotice.tsx";
import { useWords, type Words } from "./words/index.ts";

export interface BroadcastScreensProps {
  broadcast: Broadcast;
  /** Of `broadcast`, once something has begun. */
  state: Exclude<BroadcastState, { status: "microphone-check" }>;
  title: string;
  titleEditing: TitleEditing;
  link: string;
  level: () => number;
  serverNow: () => number;
  account: ReactNode;
  signInAgain: ReactNode;
  /** That it records, and what was recorded. */
  recording: { note: ReactNode; kept: ReactNode };
  microphoneProblem: ReactNode;
  microphoneControls: ReactNode;
  onSignOut: () => void;
  onNewSession: () => void;
}

/** The screen for each state of one broadcast. */
export function BroadcastScreens(props: BroadcastScreensProps) {
  const { broadcast, state, link, account, microphoneProblem } = props;
  const { broadcast: words, currentTalk, problems } = useWords();
  const [endProblem, setEndProblem] = useState<ProblemCode | null>(null);
  const end = () => {
    setEndProblem(null);
    broadcast.end().catch((error: unknown) => setEndProblem(problemCodeOf(error)));
  };

  switch (state.status) {
    case "going-live":
    case "live":
    case "reconnecting":
      return (
        <OnAirPage
          state={state}
          title={props.title}
          titleEditing={props.titleEditing}
          link={link}
          level={props.level}
          serverNow={props.serverNow}
          commands={broadcast}
          onEnd={end}
          problem={
            problemOnAir(state, props, words) ?? (endProblem ? <ProblemNotice code={endProblem} /> : microphoneProblem)
          }
          microphone={props.microphoneControls}
          recording={props.recording.note}
        />
      );
    case "displaced":
      return (
        <OffAirPage
          state="displaced"
          corner={account}
          {...words.displaced}
          urgent
          link={link}
          kept={props.recording.kept}
        >
          <Button tone="primary" large onClick={broadcast.takeOver}>
            {words.takeOver}
          </Button>
        </OffAirPage>
      );
    case "ended":
      return (
        <OffAirPage
          state="ended"
          corner={account}
          headline={words.ended.headline}
          title={props.title}
          advice={state.reason === "by-you" ? words.ended.byYou : words.ended.elsewhere}
          link={link}
          kept={props.recording.kept}
        >
          <Button tone="primary" large onClick={broadcast.goLive}>
            {words.goLiveAgain}
          </Button>
          <Button large onClick={props.onNewSession}>
            {currentTalk.newTalk}
          </Button>
        </OffAirPage>
      );
    case "failed": {
      const code = mostTelling(state.code, state.cause);
      return (
        <OffAirPage
          state="failed"
          code={code}
          cause={state.cause}
          corner={account}
          headline={words.notOnAir}
          urgent
          link={link}
          kept={props.recording.kept}
          {...problems[code]}
        >
          <WayOut code={code} {...props} />
        </OffAirPage>
      );
    }
  }
}

/** Fewer failures in a row on the way on air are not shown. */
const WORTH_SAYING = 2;

/** What needs the speaker while on air, or on the way there. */
function problemOnAir(
  state: BroadcastState,
  { signInAgain }: BroadcastScreensProps,
  { refused }: Words["broadcast"],
): ReactNode {
  if (signInAgain !== null) return signInAgain;
  if (state.status === "going-live" && state.attempt >= WORTH_SAYING) return <ProblemNotice code="no-path" />;
  if (state.status !== "reconnecting" || state.reason !== "credentials-refused") return null;
  return <Notice {...refused} />;
}

/** The button that helps, which depends on what went wrong. */
function WayOut({ code, broadcast, onSignOut, onNewSession }: BroadcastScreensProps & { code: ProblemCode }) {
  const { broadcast: words, tryAgain } = useWords();
  if (needsSignIn(code)) return <WayOutButton onClick={onSignOut}>{words.signInAgain}</WayOutButton>;
  if (code === "already-hosted") {
    return <WayOutButton onClick={broadcast.takeOver}>{words.takeOver}</WayOutButton>;
  }
  if (code === "session-not-found" || code === "not-owner") {
    return <WayOutButton onClick={onNewSession}>{words.newSession}</WayOutButton>;
  }
  return <WayOutButton onClick={broadcast.goLive}>{tryAgain}</WayOutButton>;
}

function WayOutButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button tone="primary" large onClick={onClick}>
      {children}
    </Button>
  );
}
