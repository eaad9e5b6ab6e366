import {
  BrokenScreen,
  ConfigurationPage,
  NotSupportedPage,
  type ProblemCode,
  ProblemNotice,
} from "@lectern/speaker/screens";
import { Page } from "@lectern/ui";
import { problemsOf } from "../fixtures/configuration.ts";
import { group } from "../state.ts";

/** A code that is missing here does not compile. */
const codes: Record<ProblemCode, true> = {
  "wrong-credentials": true,
  "not-confirmed": true,
  "password-reset-required": true,
  "password-policy": true,
  "password-used-before": true,
  "temporary-password-expired": true,
  "wrong-password": true,
  "nothing-to-reset": true,
  "sign-up-closed": true,
  "email-refused": true,
  "phone-refused": true,
  "email-taken": true,
  "already-confirmed": true,
  "wrong-code": true,
  "code-expired": true,
  "code-used": true,
  "code-not-sent": true,
  "hourly-limit": true,
  "attributes-refused": true,
  "challenge-expired": true,
  "challenge-not-supported": true,
  "too-many-attempts": true,
  "sign-in-refused": true,
  "signed-out": true,
  "session-expired": true,
  "user-pool-not-found": true,
  "user-pool-invalid": true,
  "speaker-role-refused": true,
  "provider-refused": true,
  "provider-answer-unknown": true,
  "storage-needed": true,
  "identity-pool-not-found": true,
  "identity-pool-invalid": true,
  "clock-wrong": true,
  throttled: true,
  network: true,
  unavailable: true,
  "not-supported": true,
  "microphone-denied": true,
  "microphone-missing": true,
  "microphone-failed": true,
  "microphone-not-open": true,
  "credentials-refused": true,
  "not-owner": true,
  "session-not-found": true,
  "already-hosted": true,
  "bad-response": true,
  "signaling-refused": true,
  "no-path": true,
  "bad-request": true,
  "code-taken": true,
  "too-many-sessions": true,
  "too-large": true,
};
const isProblem = (name: string): name is ProblemCode => name in codes;

export const speakerErrors = group("Speaker: errors", "error", "speaker", [
  [
    "Every problem",
    () => (
      <Page state="problems" documentTitle="Lectern">
        {Object.keys(codes)
          .filter(isProblem)
          .map((code) => (
            <ProblemNotice key={code} code={code} />
          ))}
      </Page>
    ),
  ],
  ["Not set up", () => <ConfigurationPage problems={problemsOf("speaker")} />],
  ["Not supported", () => <NotSupportedPage missing="RTCPeerConnection" />],
  ["Broken", () => <BrokenScreen error={null} />],
]);
