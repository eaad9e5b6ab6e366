import type { Language } from "@lectern/i18n";
import type { Listening, ListeningState } from "@lectern/live/listening";
import type { Words } from "../words/index.ts";
import { isOn, statusOf } from "./status.ts";

/** What a lock screen, a headset and a car know of the talk (Media Session). */
export interface LockScreen {
  title: string;
  /** The line below it, where music has its artist: what goes on. */
  line: string;
  /** Which of its buttons makes sense: "playing" offers to stop, "paused" to listen. */
  playbackState: MediaSessionPlaybackState;
}

export function lockScreenOf(state: ListeningState, words: Words): LockScreen {
  if (state.status === "not-found" || state.status === "failed")
    return { title: "Lectern", line: "", playbackState: "none" };
  const title = "title" in state && state.title !== "" ? state.title : words.talk.untitled;
  return { title, line: words.status[statusOf(state)].headline, playbackState: playbackOf(state) };
}

function playbackOf(state: Exclude<ListeningState, { status: "not-found" | "failed" }>): MediaSessionPlaybackState {
  if (isOn(state)) return "playing";
  switch (state.status) {
    case "waiting":
    case "connecting":
    case "ready":
    case "reconnecting":
    case "full":
    case "no-path":
      return "paused";
    default:
      return "none";
  }
}

const artwork = [{ src: "/icon-512.png", sizes: "512x512", type: "image/png" }];

/** Shows the talk on the lock screen, whose buttons do what the page's do. Does nothing where there is no Media Session. */
export function showOnLockScreen(
  listening: Pick<Listening, "getState" | "subscribe" | "listen" | "stop">,
  language: Pick<Language<Words>, "getState" | "subscribe">,
): void {
  const { mediaSession } = navigator;
  if (!mediaSession) return;
  let shown = "";
  const show = () => {
    const { title, line, playbackState } = lockScreenOf(listening.getState(), language.getState().words);
    mediaSession.playbackState = playbackState;
    // Some phones redraw everything for each new metadata object.
    if (shown === title + line) return;
    shown = title + line;
    mediaSession.metadata = new MediaMetadata({ title, artist: line, album: "Lectern", artwork });
  };
  listening.subscribe(show);
  language.subscribe(show);
  show();
  for (const [action, handler] of [
    ["play", listening.listen],
    ["pause", listening.stop],
    ["stop", listening.stop],
  ] as const) {
    try {
      mediaSession.setActionHandler(action, () => handler());
    } catch {
      // An action this browser does not know.
    }
  }
}
