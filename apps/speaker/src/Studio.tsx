import {
  type Broadcast,
  type BroadcastState,
  isReplaced,
  type Microphone,
  type MicrophoneState,
} from "@lectern/live/broadcast";
import { useBroadcast, useMicrophone } from "@lectern/live/react";
import { Button, Notice } from "@lectern/ui";
import { type ReactNode, useSyncExternalStore } from "react";
import { BroadcastScreens, type BroadcastScreensProps } from "./BroadcastScreens.tsx";
import { OffAirPage } from "./broadcast/OffAirPage.tsx";
import { silenceOf } from "./broadcast/status-words.ts";
import { type CurrentTalk, TITLE_MAX_LENGTH } from "./current-talk/current-talk.ts";
import { deniedWhere } from "./microphone/denied-where.ts";
import { MicrophoneCheckPage } from "./microphone/MicrophoneCheckPage.tsx";
import { MicrophoneSelect, ModeChoice } from "./microphone/MicrophoneControls.tsx";
import { mostTelling, needsSignIn, type ProblemCode, problemCodeOf } from "./problems/codes.ts";
import { useWords, type Words } from "./words/index.ts";

export interface StudioProps {
  currentTalk: CurrentTalk<Broadcast>;
  microphone: Microphone;
  /** What links begin with. */
  listenerUrl: string;
  account: ReactNode;
  signInAgain: BroadcastScreensProps["signInAgain"];
  recording: BroadcastScreensProps["recording"] & { choice: ReactNode };
  onSignOut: () => void;
}

const microphoneWords = (code: ProblemCode, { microphone, problems }: Words) => ({
  ...problems[code],
  ...(code === "microphone-denied" && { advice: microphone.denied[deniedWhere(navigator.userAgent)] }),
});

/** What went wrong with the microphone; null while it is the one that was chosen. */
function microphoneProblem(sound: MicrophoneState, onTryAgain: () => void, words: Words): ReactNode {
  const { replaced, kept } = words.microphone;
  if (sound.status === "open" && sound.code) {
    return <Notice title={kept.title} advice={kept.advice(words.problems[mostTelling(sound.code)].title)} />;
  }
  if (isReplaced(sound)) return <Notice {...replaced} />;
  if (!sound.code || sound.status === "asking") return null;
  return (
    <Notice {...microphoneWords(mostTelling(sound.code), words)}>
      <Button tone="primary" onClick={onTryAgain}>
        {words.tryAgain}
      </Button>
    </Notice>
  );
}

/** Before the talk is known. */
const beforehand = { status: "microphone-check", session: null } as const satisfies BroadcastState;
const notYet: Pick<Broadcast, "getState" | "subscribe"> = {
  getState: () => beforehand,
  subscribe: () => () => undefined,
};

/** Everything of one talk, once signed in. */
export function Studio(props: StudioProps) {
  const { currentTalk, microphone, listenerUrl, account, signInAgain, recording, onSignOut } = props;
  const words = useWords();
  const state = useSyncExternalStore(currentTalk.subscribe, currentTalk.getState);
  const broadcast = state.status === "open" ? state.broadcast : notYet;
  const onAir = useBroadcast(broadcast);
  const sound = useMicrophone(microphone);
  const problem = microphoneProblem(sound, () => void microphone.open(), words);
  const controls = {
    state: sound,
    onSelect: (deviceId: string | null) => void microphone.select(deviceId),
    onMode: (mode: "voice" | "music") => void microphone.setMode(mode),
  };
  const check = {
    ...controls,
    corner: account,
    levels: sound.status !== "open" || microphone.isMeasured() ? microphone : null,
    track: microphone.track,
    recording,
    problem,
    onTitle: currentTalk.rename,
    onTitleDone: () => void currentTalk.saveTitle(),
  };

  if (state.status === "failed") {
    const code = problemCodeOf(state.error);
    return (
      <OffAirPage
        state="failed"
        code={code}
        cause={state.error}
        corner={account}
        headline={words.broadcast.notOnAir}
        urgent
        link={null}
        kept={recording.kept}
        {...words.problems[code]}
      >
        {needsSignIn(code) ? (
          <Button tone="primary" large onClick={onSignOut}>
            {words.broadcast.signInAgain}
          </Button>
        ) : (
          <Button tone="primary" large onClick={() => void currentTalk.open()}>
            {words.tryAgain}
          </Button>
        )}
      </OffAirPage>
    );
  }
  if (state.status !== "open") return <MicrophoneCheckPage {...check} talk={null} onGoLive={() => undefined} />;

  const { session, title, saving } = state;
  const link = `${listenerUrl}/s/${encodeURIComponent(session.code)}`;
  const titleProblem =
    saving === "unfit" ? words.currentTalk.unfit : saving === "failed" ? words.currentTalk.notSaved : undefined;
  // The same component as before the talk was known, so that the focus stays.
  if (onAir.status === "microphone-check") {
    return (
      <MicrophoneCheckPage
        {...check}
        talk={{ title, titleProblem, link, titleMaxLength: TITLE_MAX_LENGTH }}
        onGoLive={() => {
          void currentTalk.saveTitle();
          state.broadcast.goLive();
        }}
      />
    );
  }
  return (
    <BroadcastScreens
      broadcast={state.broadcast}
      state={onAir}
      title={session.title}
      titleEditing={{
        value: title,
        problem: titleProblem,
        fit: saving !== "unfit",
        maxLength: TITLE_MAX_LENGTH,
        onChange: currentTalk.rename,
        onDone: () => void currentTalk.saveTitle(),
      }}
      link={link}
      silence={silenceOf(sound)}
      level={microphone.level}
      account={account}
      signInAgain={signInAgain}
      recording={recording}
      microphoneProblem={problem}
      microphoneControls={
        <div className="stack">
          <MicrophoneSelect {...controls} />
          <ModeChoice {...controls} />
        </div>
      }
      onSignOut={onSignOut}
      onNewSession={() => void currentTalk.open("new")}
    />
  );
}
