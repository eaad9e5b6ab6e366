import { LiveError, type LiveErrorCode } from "@lectern/live/errors";
import { NOW } from "../fixtures/deployment.ts";
import { shouting, silence } from "../fixtures/readable.ts";
import { recordings, storeIn } from "../fixtures/recording.tsx";
import { type BroadcastLoss, counts, microphoneIn, onAir, type StudioFixture, studio } from "../fixtures/studio.tsx";
import { talk } from "../fixtures/talks.ts";
import { titles } from "../fixtures/titles.ts";
import { group } from "../state.ts";
import { clipboard, later, press, unfold, until } from "../steps.ts";

const check =
  (fixture: StudioFixture = {}) =>
  () =>
    studio(fixture);
const hearing = (read: () => number) => microphoneIn({}, { level: read, peak: read });
const without = (status: "denied" | "missing" | "failed") =>
  check({ microphone: microphoneIn({ status, code: `microphone-${status}`, devices: [], selectedId: null }) });

/** What mends itself in less than seconds is not shown. */
const hurriedNotice = { hurried: true, steps: [until(".notice")] };

/** Nothing is said of a microphone before it was listened to for a while. */
const listenedTo = { hurried: true, steps: [later(8000)] };

export const beforeGoingLive = group("Speaker: before going live", "check", "speaker", [
  ["No talk yet", check({ currentTalk: { status: "opening" } })],
  [
    "No talk yet, asking",
    check({ currentTalk: { status: "opening" }, microphone: microphoneIn({ status: "asking" }) }),
  ],
  ["Asking", check({ microphone: microphoneIn({ status: "asking", devices: [], selectedId: null }) })],
  ["Open", check({ microphone: hearing(silence) })],
  ["Heard", check({ microphone: microphoneIn({ selectedId: "desk" }) }), listenedTo],
  ["Music", check({ microphone: microphoneIn({ mode: "music" }) })],
  ["Denied", without("denied")],
  ["Missing", without("missing")],
  ["Held by another", without("failed")],
  ["Not supported", check({ microphone: microphoneIn({ status: "failed", code: "not-supported", devices: [] }) })],
  ["Silent", check({ microphone: hearing(silence) }), listenedTo],
  ["Not measured", check({ microphone: microphoneIn({}, { isMeasured: () => false }) })],
  ["Taken", check({ microphone: microphoneIn({ sound: "taken" }, { level: silence, peak: silence }) })],
  ["Too loud", check({ microphone: hearing(shouting) }), listenedTo],
  ["Test failed", check(), { steps: [press(".row .button"), until(".row .soft:not(:empty)")] }],
  ["Title missing", check({ typed: "", saving: "unfit" })],
  ["Title not saved", check({ saving: "failed" })],
  ["Title long", check({ title: titles.long })],
  ["Title Arabic", check({ title: titles.arabic })],
  ["Title Japanese", check({ title: titles.japanese })],
  ["Recording wanted", check({ recording: { isWanted: true } })],
  ["Recording refused", check({ recording: { store: storeIn({ status: "refused" }) } })],
  ["Recordings", check({ recording: { store: storeIn(recordings) } })],
  [
    "Recording prepared",
    check({ recording: { store: storeIn(recordings) } }),
    { steps: [press(".recordings .button"), until(".recordings [aria-disabled]")] },
  ],
  [
    "Recording gone",
    check({ recording: { store: storeIn(recordings, () => Promise.resolve(null)) } }),
    { steps: [press(".recordings .button"), until(".recordings [role=alert]")] },
  ],
  [
    "Recording to discard",
    check({ recording: { store: storeIn(recordings) } }),
    { steps: [press(".recordings .button-plain"), until("dialog[open]")] },
  ],
  ["Link copied", check(), { steps: [clipboard("takes"), press(".link-line button")] }],
  ["Link not copied", check(), { steps: [clipboard("refuses"), press(".link-line button")] }],
]);

const live = (rest: Parameters<typeof onAir>[0] = {}, fixture: StudioFixture = {}) =>
  check({ ...fixture, broadcast: onAir(rest) });
const session = talk(titles.usual);
const goingLive = {
  status: "going-live",
  session,
  muted: false,
  ending: false,
  untold: 0,
  attempt: 0,
  listeners: counts({ waiting: 0, seated: 0, connected: 0, hearing: 0 }),
} as const;
const away = (reason: BroadcastLoss, rest: Parameters<typeof onAir>[0] = {}) =>
  check({ broadcast: { ...onAir(rest), status: "reconnecting", reason, attempt: 3 } });
const end = press(".masthead-corner > .button");
const poster = [press(".share-link > .button"), until(".poster .qr-code")];

export const whileOnAir = group("Speaker: on air", "on-air", "speaker", [
  ["Going live", check({ broadcast: goingLive })],
  [
    "Going live, awaited",
    check({ broadcast: { ...goingLive, listeners: counts({ seated: 0, connected: 0, hearing: 0 }) } }),
  ],
  ["Going live, no way", check({ broadcast: { ...goingLive, attempt: 3 } })],
  ["Going live, muted", check({ broadcast: { ...goingLive, muted: true, attempt: 1 } })],
  ["Going live, ending", check({ broadcast: { ...goingLive, ending: true, untold: 3, attempt: 3 } })],
  ["Live", live()],
  ["Live, nobody", live({ listeners: counts({ waiting: 0, seated: 0, connected: 0, hearing: 0 }) })],
  ["Live, one on the way", live({ listeners: counts({ waiting: 0, seated: 1, connected: 0, hearing: 0 }) })],
  [
    "Live, hours",
    live({ onAirSince: NOW - 37_754_000, listeners: counts({ hearing: 8, connected: 8, waiting: 1204 }) }),
  ],
  ["Live, title long", live({}, { title: titles.long })],
  ["Live, title Arabic", live({}, { title: titles.arabic })],
  ["Live, title Japanese", live({}, { title: titles.japanese })],
  ["Muted", live({ muted: true })],
  ["Paused", live({ paused: true })],
  ["Paused, not told", live({ paused: true, untold: 3 })],
  ["Reconnecting", away("session-socket")],
  ["Reconnecting, signaling", away("signaling", { muted: true })],
  ["Reconnecting, credentials refused", away("credentials-refused")],
  ["Reconnecting, signed out", away("signed-out")],
  ["Signed out", live({}, { auth: { status: "signed-out", reason: "session-expired" } })],
  ["Signed out, ending", live({ ending: true }, { auth: { status: "signed-out", reason: "session-expired" } })],
  ["Somebody cannot hear", live({ listeners: counts({ notHearing: 1 }) }), hurriedNotice],
  ["Somebody cannot be reached", live({ listeners: counts({ unreached: 1 }) })],
  ["Several cannot be reached", live({ listeners: counts({ unreached: 3 }) })],
  ["Several cannot hear", live({ listeners: counts({ hearing: 2, notHearing: 3 }) }), hurriedNotice],
  ["Silent", live({}, { microphone: microphoneIn({ sound: "none" }, { level: silence }) })],
  [
    "Silent, reconnecting",
    check({
      broadcast: { ...onAir(), status: "reconnecting", reason: "signaling", attempt: 3 },
      microphone: microphoneIn({ sound: "none" }, { level: silence }),
    }),
  ],
  ["Microphone taken", live({}, { microphone: microphoneIn({ sound: "taken" }, { level: silence }) })],
  ["Microphone replaced", live({}, { microphone: microphoneIn({ selectedId: "headset", usedId: "built-in" }) })],
  ["Microphone not changed", live({}, { microphone: microphoneIn({ code: "microphone-failed" }) })],
  ["Microphone gone", live({}, { microphone: microphoneIn({ status: "missing", code: "microphone-missing" }) })],
  ["Microphone and sound", live(), { steps: [unfold()] }],
  ["Recording", live({}, { recording: { recorder: { status: "recording" } } })],
  ["Recording, no room", live({}, { recording: { recorder: { status: "failed", code: "no-room" } } })],
  ["Recording, refused", live({}, { recording: { recorder: { status: "failed", code: "storage-refused" } } })],
  ["Recording, failed", live({}, { recording: { recorder: { status: "failed", code: "recorder-failed" } } })],
  ["Renaming", live(), { steps: [press(".editable-title .button")] }],
  ["Not renamed", live({}, { typed: "The tides", saving: "failed" })],
  ["Renaming, title missing", live({}, { typed: "", saving: "unfit" }), { steps: [press(".editable-title .button")] }],
  ["End?", live(), { steps: [end] }],
  ["Ending", live({ ending: true })],
  ["Ending, not told", live({ ending: true, untold: 3 })],
  ["Poster", live(), { steps: poster }],
  ["Poster, title long", live({}, { title: titles.long }), { steps: poster }],
  ["Poster, title Arabic", live({}, { title: titles.arabic }), { steps: poster }],
  ["Poster, title Japanese", live({}, { title: titles.japanese }), { steps: poster }],
]);

const failed = (code: LiveErrorCode) => check({ broadcast: { status: "failed", code, cause: null, session } });
const unopened = (error: unknown) => check({ currentTalk: { status: "failed", error } });

export const afterwards = group("Speaker: afterwards", "after", "speaker", [
  ["Ended by you", check({ broadcast: { status: "ended", session, reason: "by-you" } })],
  ["Ended elsewhere", check({ broadcast: { status: "ended", session, reason: "elsewhere" } })],
  [
    "Ended, recordings",
    check({ broadcast: { status: "ended", session, reason: "by-you" }, recording: { store: storeIn(recordings) } }),
  ],
  ["Ended, title long", check({ title: titles.long, broadcast: { status: "ended", session, reason: "by-you" } })],
  ["Displaced", check({ broadcast: { status: "displaced", session } })],
  ["Failed, sign in again", failed("signed-out")],
  ["Failed, take over", failed("already-hosted")],
  ["Failed, make another", failed("not-owner")],
  ["Failed, try again", failed("no-path")],
  ["Failed, report", failed("signaling-refused"), { steps: [unfold()] }],
  ["No talk, sign in again", unopened(new LiveError("signed-out", "fixture"))],
  ["No talk, try again", unopened(new LiveError("network", "fixture"))],
]);
