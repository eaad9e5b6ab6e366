import { createFormats } from "@lectern/i18n";

const { number, plural } = createFormats("en");

/** On air, on the way there and back, and how it ended. */
export const broadcast = {
  statusLabel: "Broadcast status",
  notOnAir: "Not on air",
  goLive: "Go live",
  status: {
    goingLive: { headline: "Going live", meaning: "One moment. Nobody hears you yet." },
    reconnecting: {
      headline: "Reconnecting",
      meaning: "Whoever hears you now still does; newcomers wait.",
      attempt: (attempt: number) => `Whoever hears you now still does; newcomers wait. Attempt ${number(attempt)}.`,
    },
    paused: { headline: "Paused", meaning: "Nobody hears you. Your listeners are told to stay." },
    muted: { headline: "Muted", meaning: "You are on air, but nobody hears you." },
    ending: { headline: "Ending", meaning: "Nobody hears you any more. Your listeners are being told." },
    silent: {
      nothing: {
        headline: "No sound",
        meaning:
          "You are on air, but nothing comes in: nobody hears you. Is the microphone switched off, or muted in the system?",
      },
      taken: {
        headline: "No sound",
        meaning: "You are on air, but your system has taken the microphone, for a call perhaps: nobody hears you.",
      },
      closed: { headline: "No sound", meaning: "You are on air, but no microphone is open: nobody hears you." },
    },
    onAir: { headline: "On air", meaning: "Everyone who has the link can hear you." },
  },
  rename: "Rename",
  renamed: "Done",
  mute: "Mute",
  unmute: "Unmute",
  pause: "Pause",
  resume: "Resume",
  spaceMutes: "Space mutes and unmutes.",
  keepInFront: "Keep this page in front: a locked screen stops the microphone.",
  microphone: "Microphone and sound",
  tally: {
    label: "Listeners",
    /** What follows the number, which stands large before it. */
    hearing: (count: number) => plural(count, { other: "hearing you" }),
    /** The same, while nothing is sent. */
    here: (count: number) => plural(count, { one: "is here", other: "are here" }),
    onTheWay: (connected: number, waiting: number) => `${number(connected)} connected · ${number(waiting)} waiting`,
    nobody: "Nobody is here yet.",
    count: number,
  },
  silent: {
    title: (count: number) => plural(count, { one: "Somebody cannot hear you", other: "# people cannot hear you" }),
    advice:
      "They are connected, but no sound, or broken sound, reaches them. It is often their network: ask them to open the link again.",
  },
  unreached: {
    title: (count: number) => plural(count, { one: "Somebody cannot be reached", other: "# people cannot be reached" }),
    advice:
      "They have a place, but the sound finds no way to them: their network blocks it, or yours. Another one may let it through. It is tried again and again by itself.",
  },
  refused: {
    title: "Nobody new gets in",
    advice:
      "AWS refused to renew your permission to be on air. Whoever hears you now goes on hearing you. We keep trying; if it stays like this, tell whoever runs this Lectern.",
  },
  untold: {
    title: "Not everyone knows yet",
    advice: "Lectern did not take it: whoever opens the link still reads how it was before. We keep trying.",
  },
  end: {
    action: "End session",
    title: "End the session?",
    text: "Everyone stops hearing you. The link stays the same: you can go live on it again.",
    no: "Keep talking",
    yes: "End for everyone",
  },
  displaced: {
    headline: "Not on air here",
    title: "You went on air in another window",
    advice: "This window stopped sending. Go on there, or take over here.",
  },
  ended: {
    headline: "Ended",
    byYou: "Nobody hears you any more, and your listeners were told. The link stays yours.",
    elsewhere: "The session was ended somewhere else. The link stays yours.",
  },
  goLiveAgain: "Go live again",
  takeOver: "Take over here",
  signInAgain: "Sign in again",
  newSession: "Make a new session",
};
