import { useWords } from "../words/index.ts";
import { inAppBrowserOf } from "./in-app-browser.ts";

/** Warns that an app's own browser stops when the app is left. Only a hint: listening is not prevented. */
export function InAppHint({ userAgent = navigator.userAgent, canPlay = "RTCPeerConnection" in window }) {
  const words = useWords().inApp;
  const app = inAppBrowserOf(userAgent);
  if (app === null) return null;
  return (
    <p className="in-app-hint" role="note">
      <strong>{words.open}</strong> {(canPlay ? words.mayStop : words.cannotPlay)(app || words.nameless)} {words.how}
    </p>
  );
}
