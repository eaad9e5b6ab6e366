import type { Listening } from "@lectern/live/listening";
import { useListening } from "@lectern/live/react";
import { type ReactNode, useState } from "react";
import { FailedPage } from "./FailedPage.tsx";
import { failureCodeOf } from "./failure.ts";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { TalkPage } from "./TalkPage.tsx";
import { useVolumeControl } from "./volume.ts";

export interface ListeningScreensProps {
  listening: Listening;
  code: string;
  /** Offered when no session has the code. */
  otherCode: ReactNode;
  /** What a person should know of this browser, if anything. */
  hint: ReactNode;
  options: ReactNode;
}

/** The screen for each state of one listening. */
export function ListeningScreens({ listening, code, otherCode, hint, options }: ListeningScreensProps) {
  const state = useListening(listening);
  const [volume, setVolume] = useState(1);
  const canSetVolume = useVolumeControl();
  switch (state.status) {
    case "not-found":
      return (
        <NotFoundPage code={code} removed={state.removed}>
          {otherCode}
        </NotFoundPage>
      );
    case "failed":
      return (
        <FailedPage code={failureCodeOf(state.code, state.cause)} cause={state.cause} onRetry={listening.start}>
          {hint}
        </FailedPage>
      );
    default:
      return (
        <TalkPage
          state={state}
          level={listening.level}
          volume={canSetVolume ? volume : null}
          onVolume={(next) => {
            setVolume(next);
            listening.setVolume(next);
          }}
          onListen={listening.listen}
          onStop={listening.stop}
          hint={hint}
          options={options}
        />
      );
  }
}
