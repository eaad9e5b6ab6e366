import type { Broadcast, BroadcastState } from "@lectern/live/broadcast";
import { Button, Notice } from "@lectern/ui";
import type { ReactNode } from "react";
import type { TitleEditing } from "./broadcast/EditableTitle.tsx";
import { OffAirPage } from "./broadcast/OffAirPage.tsx";
import { OnAirPage } from "./broadcast/OnAirPage.tsx";
import type { OnAirState, Silence } from "./broadcast/status-words.ts";
import { mostTelling, needsSignIn, type ProblemCode } from "./problems/codes.ts";
import { ProblemNotice } from "./problems/ProblemNotice.tsx";
import { useWords, type Words } from "./words/index.ts";

export interface BroadcastScreensProps {
  broadcast: Broadcast;
  /** Of `broadcast`, once something has begun. */
  state: Exclude<BroadcastState, { status: "microphone-check" }>;
  title: string;
  titleEditing: TitleEditing;
  link: string;
  /** Why nothing of the microphone reaches anybody. */
  silence: Silence | null;
  level: () => number;
  account: ReactNode;
  /** The way back for who was signed out while on air; `isEnding`: the talk was to end meanwhile. */
  signInAgain: ((isEnding: boolean) => ReactNode) | null;
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

  switch (state.status) {
    case "going-live":
    case "live":
    case "reconnecting":
      return (
        <OnAirPage
          state={state}
          silence={props.silence}
          title={props.title}
          titleEditing={props.titleEditing}
          link={link}
          level={props.level}
          serverNow={broadcast.serverNow}
          commands={broadcast}
          onEnd={broadcast.end}
          problem={problemOnAir(state, props, words) ?? microphoneProblem}
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
          link={code === "session-not-found" ? null : link}
          kept={props.recording.kept}
          {...problems[code]}
        >
          <WayOut code={code} {...props} />
        </OffAirPage>
      );
    }
  }
}

/** Fewer failures in a row are not shown: they usually mend themselves at once. */
const WORTH_SAYING = 2;

/** What needs the speaker while on air, or on the way there. */
function problemOnAir(
  state: OnAirState,
  { signInAgain }: BroadcastScreensProps,
  { refused, untold }: Words["broadcast"],
): ReactNode {
  if (signInAgain !== null) return signInAgain(state.ending);
  if (!state.ending) {
    if (state.status === "going-live" && state.attempt >= WORTH_SAYING) return <ProblemNotice code="no-path" />;
    if (state.status === "reconnecting" && state.reason === "credentials-refused") return <Notice {...refused} />;
  }
  return state.untold >= WORTH_SAYING ? <Notice {...untold} /> : null;
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
