import { inAppBrowserOf } from "./in-app-browser.ts";

/** A hint and never a bar: these browsers are left, or put to sleep, with the app around them. */
export function InAppHint({ userAgent = navigator.userAgent, canPlay = "RTCPeerConnection" in window }) {
  const app = inAppBrowserOf(userAgent);
  if (app === null) return null;
  return (
    <p className="in-app-hint" role="note">
      <strong>Open in your browser.</strong>{" "}
      {canPlay
        ? `You are inside ${app}: the sound may stop when you leave it or lock the screen.`
        : `You are inside ${app}, which cannot play live talks.`}{" "}
      Look in its menu for “Open in browser”.
    </p>
  );
}
