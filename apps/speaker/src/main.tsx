import "@lectern/ui/styles.css";
import "./speaker.css";
import { type Configuration, parseConfiguration } from "@lectern/auth/configuration";
import { AuthError, isRetryable } from "@lectern/auth/errors";
import { createSpeakerAuth } from "@lectern/auth/speaker";
import { type Broadcast, createBroadcast, createMicrophone } from "@lectern/live/broadcast";
import { createSessionApi } from "@lectern/session-api/client";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { ConfigurationPage } from "./configuration/ConfigurationPage.tsx";
import { createDesk } from "./desk/desk.ts";
import { followSignIn } from "./follow-sign-in.ts";
import { keepPreference, readPreference } from "./microphone/preference.ts";

function startApp(configuration: Configuration) {
  const auth = createSpeakerAuth(configuration);
  const { accessToken, credentials } = auth;
  const api = createSessionApi({ httpApiUrl: configuration.httpApiUrl, accessToken });
  const microphone = createMicrophone(readPreference());
  keepPreference(microphone);
  const desk = createDesk<Broadcast>({
    api,
    untitled: "Untitled talk",
    startBroadcast(session) {
      auth.setClockOffset(api.serverNow() - Date.now());
      return createBroadcast({
        ...configuration,
        api,
        code: session.code,
        session,
        accessToken,
        credentials,
        isRetryable: (error) => error instanceof AuthError && isRetryable(error.code),
        microphone,
      });
    },
  });
  followSignIn(auth, {
    open() {
      void desk.open();
      void microphone.open();
    },
    close() {
      desk.close();
      microphone.close();
    },
  });
  void auth.start();
  const { listenerUrl } = configuration;
  return <App auth={auth} desk={desk} microphone={microphone} listenerUrl={listenerUrl} serverNow={api.serverNow} />;
}

const result = parseConfiguration(import.meta.env, "speaker");
const root = document.querySelector("#root");
if (root) {
  const app = result.ok ? startApp(result.configuration) : <ConfigurationPage problems={result.problems} />;
  createRoot(root).render(<StrictMode>{app}</StrictMode>);
}
