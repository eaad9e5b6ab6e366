import "@lectern/ui/styles.css";
import "./listener.css";
import { type ListenerConfiguration, parseConfiguration } from "@lectern/auth/configuration";
import { AuthError, isRetryable } from "@lectern/auth/errors";
import { createGuestCredentials } from "@lectern/auth/guest";
import { createListening, type Listening } from "@lectern/live/listening";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { ConfigurationPage } from "./configuration/ConfigurationPage.tsx";
import { sessionCodeOf } from "./home/session-code.ts";

function startListening(configuration: ListenerConfiguration, code: string): Listening {
  const listening = createListening({
    ...configuration,
    code,
    credentials: createGuestCredentials(configuration),
    isRetryable: (error) => error instanceof AuthError && isRetryable(error.code),
  });
  // One for the page's life, and not React's: a new element would need a new tap.
  listening.attach(document.body.appendChild(document.createElement("audio")));
  // Before the first render: what happens before the tap begins as early as it can.
  listening.start();
  return listening;
}

function startApp() {
  const result = parseConfiguration(import.meta.env, "listener");
  if (!result.ok) return <ConfigurationPage problems={result.problems} />;
  const code = sessionCodeOf(location.pathname);
  return <App talk={code === null ? null : { code, listening: startListening(result.configuration, code) }} />;
}

const root = document.querySelector("#root");
if (root) createRoot(root).render(<StrictMode>{startApp()}</StrictMode>);
