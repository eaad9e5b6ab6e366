import { type ListenerConfiguration, parseConfiguration } from "@lectern/auth/configuration";
import { isRetryable } from "@lectern/auth/errors";
import { createGuestCredentials } from "@lectern/auth/guest";
import { openLanguage } from "@lectern/i18n";
import { createListening, type Listening } from "@lectern/live/listening";
import { missingNeed } from "@lectern/live/needs";
import { renderPage } from "@lectern/ui";
import { lazy } from "react";
import { App, type AppProps } from "./App.tsx";
import { sessionCodeOf } from "./home/session-code.ts";
import { InAppHint } from "./in-app/InAppHint.tsx";
import { FailedPage } from "./listening/FailedPage.tsx";
import { showOnLockScreen } from "./listening/lock-screen.ts";
import { createOutputs } from "./options/outputs.ts";
import { keepPreference, readPreference } from "./options/preference.ts";
import { BrokenScreen } from "./report/BrokenScreen.tsx";
import { journal } from "./report/journal.ts";
import { loadWords, WordsContext } from "./words/index.ts";

/** Loaded only when it is needed. */
const ConfigurationPage = lazy(() =>
  import("./configuration/ConfigurationPage.tsx").then((page) => ({ default: page.ConfigurationPage })),
);

const speaking = openLanguage(loadWords);

function startListening(configuration: ListenerConfiguration, code: string): NonNullable<AppProps["talk"]> {
  const { buffering, outputId: wantedId } = readPreference();
  const listening: Listening = createListening({
    ...configuration,
    code,
    buffering,
    credentials: createGuestCredentials(configuration, { now: () => listening.serverNow() }),
    isRetryable,
    environment: { note: journal.note },
  });
  journal.follow("listening", listening);
  const audio = attachAudio(listening);
  askToPlayOn();
  void speaking.then((language) => showOnLockScreen(listening, language));
  // Before the first render, so that everything which needs no tap begins early.
  listening.start();
  const outputs = createOutputs(audio, navigator.mediaDevices, {
    wantedId,
    keep: (outputId) => keepPreference({ outputId }),
  });
  return { code, listening, outputs };
}

/** One element for as long as the page is open, outside of React, because a new element would need another tap. */
function attachAudio(listening: Listening): HTMLAudioElement {
  const audio = document.body.appendChild(document.createElement("audio"));
  const attach = () => listening.attach(audio);
  if (document.readyState === "complete") attach();
  // After the load event, which an element that waits for its stream delays; but before a tap is handled.
  for (const event of ["load", "pointerdown", "keydown"])
    addEventListener(event, attach, { once: true, capture: true });
  return audio;
}

/** Plays like music: with the ringer off, and with the screen locked (Safari's Audio Session API). */
function askToPlayOn(): void {
  const { audioSession } = navigator as { audioSession?: { type: string } };
  if (audioSession) audioSession.type = "playback";
}

function startApp() {
  const result = parseConfiguration(import.meta.env, "listener");
  if (!result.ok) return <ConfigurationPage problems={result.problems} />;
  const code = sessionCodeOf(location.pathname);
  if (code === null) return <App talk={null} />;
  const missing = missingNeed();
  if (missing !== null) {
    return (
      <FailedPage code="not-supported" cause={new Error(`no ${missing}`)} onRetry={() => location.reload()}>
        <InAppHint canPlay={false} />
      </FailedPage>
    );
  }
  return <App talk={startListening(result.configuration, code)} />;
}

renderPage(speaking, WordsContext, startApp, (error) => <BrokenScreen error={error} />);
