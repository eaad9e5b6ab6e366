import { type Configuration, parseConfiguration } from "@lectern/auth/configuration";
import { isRetryable } from "@lectern/auth/errors";
import { createSpeakerAuth } from "@lectern/auth/speaker";
import { type Language, openLanguage } from "@lectern/i18n";
import { type Broadcast, createBroadcast, createMicrophone } from "@lectern/live/broadcast";
import { missingNeed } from "@lectern/live/needs";
import { createRecorder, createRecordingStore, recordBroadcast } from "@lectern/live/recording";
import { createSessionApi } from "@lectern/session-api/client";
import { renderPage } from "@lectern/ui";
import { lazy } from "react";
import { App } from "./App.tsx";
import { createCurrentTalk } from "./current-talk/current-talk.ts";
import { isOnAir } from "./current-talk/on-air.ts";
import { createDeployment } from "./deployment/deployment.ts";
import { followSignIn } from "./follow-sign-in.ts";
import { keepPreference, readPreference } from "./microphone/preference.ts";
import { type ProblemCode, problemCodeOf } from "./problems/codes.ts";
import { NotSupportedPage } from "./problems/NotSupportedPage.tsx";
import { KeptRecordings } from "./recording/KeptRecordings.tsx";
import { RecordingChoice } from "./recording/RecordingChoice.tsx";
import { RecordingNote } from "./recording/RecordingNote.tsx";
import { createRecordingWish } from "./recording/wish.ts";
import { BrokenScreen } from "./report/BrokenScreen.tsx";
import { journal } from "./report/journal.ts";
import { loadWords, type Words, WordsContext } from "./words/index.ts";

/** Loaded only when it is needed. */
const ConfigurationPage = lazy(() =>
  import("./configuration/ConfigurationPage.tsx").then((page) => ({ default: page.ConfigurationPage })),
);

/** Begins before the words are loaded, because restoring a session needs none. */
function startApp(configuration: Configuration, language: Promise<Language<Words>>) {
  const auth = createSpeakerAuth(configuration);
  const { accessToken, credentials } = auth;
  // This device's clock may be hours wrong, so what expires is judged by the server's.
  const onServerTime = (serverTime: number) => auth.setClockOffset(serverTime - Date.now());
  const api = createSessionApi({ httpApiUrl: configuration.httpApiUrl, accessToken, onServerTime });
  const microphone = createMicrophone(readPreference());
  journal.follow("sign-in", auth);
  journal.follow("microphone", microphone);
  keepPreference(microphone);
  const store = createRecordingStore();
  const recorder = createRecorder({ microphone, onKept: () => void store.refresh() });
  const wish = createRecordingWish();
  /** Whose recordings they are. */
  let owner = "";
  const currentTalk = createCurrentTalk<Broadcast>({
    api,
    untitled: async () => (await language).getState().words.currentTalk.untitled,
    startBroadcast(session) {
      const broadcast = createBroadcast({
        ...configuration,
        api,
        code: session.code,
        session,
        accessToken,
        onServerTime,
        credentials,
        isRetryable,
        microphone,
        environment: { note: journal.note },
      });
      journal.follow("broadcast", broadcast);
      const stopLearning = broadcast.subscribe(() => {
        const { session: told } = broadcast.getState();
        if (told) currentTalk.learn(told);
      });
      const stopRecording = recordBroadcast({
        broadcast,
        recorder,
        isWanted: wish.getState,
        owner,
        code: session.code,
      });
      return {
        ...broadcast,
        close() {
          stopRecording();
          stopLearning();
          broadcast.close();
        },
      };
    },
  });
  followSignIn(auth, {
    open() {
      const state = auth.getState();
      if (state.status === "signed-in") owner = state.sub;
      void store.open(owner);
      void currentTalk.open();
      void microphone.open();
    },
    close() {
      currentTalk.close();
      microphone.close();
    },
    isOnAir: () => isOnAir(currentTalk),
  });
  let arrivalProblem: ProblemCode | null = null;
  void auth
    .completeProviderSignIn()
    .catch((error: unknown) => {
      arrivalProblem = problemCodeOf(error);
    })
    .finally(auth.start);
  const deployment = createDeployment(api);
  void deployment.load();
  const deleteAccount = async () => {
    for (const { code } of await api.listSessions()) await api.deleteSession(code);
    // Before the account, because deleting that may leave the page for another provider's sign-out.
    await store.discardAll();
    await auth.account.remove(deployment.getState()?.managedLoginUrl);
  };
  const { listenerUrl } = configuration;
  return (
    <App
      auth={auth}
      deployment={deployment}
      talks={api}
      arrivalProblem={() => arrivalProblem}
      currentTalk={currentTalk}
      microphone={microphone}
      listenerUrl={listenerUrl}
      serverNow={api.serverNow}
      onDeleteAccount={deleteAccount}
      recording={{
        choice: <RecordingChoice wish={wish} store={store} />,
        note: <RecordingNote recorder={recorder} />,
        kept: <KeptRecordings store={store} />,
      }}
    />
  );
}

const speaking = openLanguage(loadWords);

function start() {
  const result = parseConfiguration(import.meta.env, "speaker");
  if (!result.ok) return <ConfigurationPage problems={result.problems} />;
  const missing = missingNeed();
  // Before anybody signs in, because that would lead nowhere.
  if (missing !== null) return <NotSupportedPage missing={missing} />;
  return startApp(result.configuration, speaking);
}

renderPage(speaking, WordsContext, start, (error) => <BrokenScreen error={error} />);
