import { createFormats } from "@lectern/i18n";
import { en as ui } from "@lectern/ui/words/en";
import type { ReactNode } from "react";
import type { FailureCode } from "../listening/failure.ts";
import type { StatusName } from "../listening/status.ts";

const { seconds } = createFormats("en");

const tell = "Tell whoever runs this Lectern:";

interface FailureWords {
  /** What happened. */
  title: string;
  /** What to do. */
  advice: string;
}

interface StatusWords {
  /** The state, to be read from afar. */
  headline: string;
  /** What it means for the person, and what to do. */
  advice: string;
}

const failures: Record<FailureCode, FailureWords> = {
  "identity-pool-not-found": {
    title: "This page is set up for something that does not exist",
    advice: `${tell} AWS knows no Identity Pool with the ID in VITE_COGNITO_IDENTITY_POOL_ID. It may be mistyped, or belong to another region.`,
  },
  "identity-pool-invalid": {
    title: "This page is not set up correctly",
    advice: `${tell} the Identity Pool in VITE_COGNITO_IDENTITY_POOL_ID has no usable roles. Check the roles under “User access”.`,
  },
  "guest-access-off": {
    title: "Listening without an account is switched off here",
    advice: `${tell} the Identity Pool does not allow guests. Switch on “Guest access” for it.`,
  },
  "classic-flow-off": {
    title: "Listeners cannot be let in yet",
    advice: `${tell} the Identity Pool does not allow the basic (classic) flow, which listeners need. Switch it on for the pool.`,
  },
  "guest-role-refused": {
    title: "Listeners are turned away at the door",
    advice: `${tell} AWS does not let guests take the role in VITE_GUEST_ROLE_ARN. Check the ARN and the role's trust policy.`,
  },
  "credentials-refused": {
    title: "You could not be let in",
    advice: "Try again. If it stays like this, tell whoever gave you the link.",
  },
  "clock-wrong": {
    title: "This device's clock is wrong",
    advice: "Set its date and time to automatic, then try again.",
  },
  throttled: {
    title: "Too many people are coming in at once",
    advice: "Wait a few seconds and try again.",
  },
  network: {
    title: "No connection",
    advice: "Check that this device is online, then try again.",
  },
  unavailable: {
    title: "Something on our side did not work",
    advice: "Wait a moment and try again.",
  },
  "bad-response": {
    title: "Something between you and the talk answered with nonsense",
    advice: "A network that asks you to sign in first, as in hotels, does that. Open any other page, then try again.",
  },
  "signaling-refused": {
    title: "The way to the talk was refused",
    advice: "Try again. If it stays like this, tell whoever gave you the link.",
  },
  "not-supported": {
    title: "This browser cannot play live talks",
    advice:
      "Open the link in a current version of Chrome, Edge, Firefox or Safari. On an iPhone in Lockdown Mode, exempt this website from it.",
  },
};

/** Everything the listener's page says, in English. The other languages have the same shape, or do not compile. */
export const en = {
  ui,
  failures,
  tryAgain: "Try again",
  brokenAdvice: "Load the page again: the talk goes on meanwhile, and so will you.",
  onlyListening: "If you only wanted to listen, tell whoever gave you the link.",
  home: {
    title: "Listen to a talk",
    lead: "Open the link the speaker gave you, or type its code here.",
    code: "Session code",
    hint: "Usually four words, such as acorn-lake-river-tidy. A whole link will do, too.",
    missing: "Type the code first.",
    unfit: "There is no code in that, or more than one. A code has letters, digits and hyphens only.",
    join: "Join",
    choose: "Words to choose from",
    offered: (words: string) => `Words to choose from: ${words}`,
    unknownWord: (word: string) => `“${word}” is not one of our words. If it is right, press Join again.`,
    didYouMean: (word: string, nearest: string) =>
      `“${word}” is not one of our words. Did you mean “${nearest}”? If not, press Join again.`,
    didYouMeanOne: (word: string) =>
      `“${word}” is not one of our words. Did you mean one of these? If not, press Join again.`,
    didYouMeanCode: (code: string) => `Did you mean “${code}”? If not, press Join again.`,
  },
  inApp: {
    open: "Open in your browser.",
    nameless: "this app",
    mayStop: (app: string) => `You are inside ${app}: the sound may stop when you leave it or lock the screen.`,
    cannotPlay: (app: string) => `You are inside ${app}, which cannot play live talks.`,
    how: "Look in its menu for “Open in browser”.",
  },
  notFound: {
    documentTitle: "No such talk",
    title: "No talk has this link",
    text: (code: ReactNode): ReactNode => (
      <>Nothing was found under {code}. Compare it with what the speaker gave you, or ask for a new link.</>
    ),
    removed: {
      title: "This talk is gone",
      text: (_code: ReactNode): ReactNode => "The speaker removed it. Ask for a new link.",
    },
  },
  talk: {
    statusLabel: "Listening status",
    untitled: "A live talk",
    listen: "Listen",
    stop: "Stop",
    volume: "Volume",
    awayFor: (time: ReactNode): ReactNode => <>Away for {time}</>,
  },
  status: {
    "looking-up": { headline: "Looking for the talk", advice: "One moment." },
    unreachable: { headline: "No connection yet", advice: "It is tried again and again by itself. Are you online?" },
    "unreachable-armed": {
      headline: "No connection yet",
      advice: "It is tried again and again, and the sound will start by itself. Keep this page open.",
    },
    waiting: {
      headline: "Waiting for the speaker",
      advice: "Press Listen now, and the sound will start by itself.",
    },
    "waiting-armed": {
      headline: "Waiting for the speaker",
      advice: "The sound will start by itself. Keep this page open.",
    },
    connecting: { headline: "Connecting", advice: "One moment." },
    "connecting-armed": { headline: "Connecting", advice: "The sound will start by itself." },
    live: { headline: "Live", advice: "Press Listen to hear the talk." },
    "live-standby": { headline: "Live", advice: "Press Listen to come back." },
    "live-playing": { headline: "Live", advice: "You are listening." },
    "live-turned-down": { headline: "Live", advice: "You hear nothing: the volume is at zero." },
    paused: { headline: "Paused", advice: "The speaker is taking a break. Press Listen to be there afterwards." },
    "paused-playing": { headline: "Paused", advice: "The speaker is taking a break. Stay: it goes on by itself." },
    muted: { headline: "Muted by the speaker", advice: "Press Listen to hear them when they go on." },
    "muted-playing": { headline: "Muted by the speaker", advice: "You will hear them as soon as they go on." },
    "needs-tap": {
      headline: "One more tap",
      advice: "A call or your browser stopped the sound. Press Listen to go on.",
    },
    reconnecting: { headline: "Reconnecting", advice: "One moment." },
    "reconnecting-armed": { headline: "Reconnecting", advice: "The sound comes back by itself." },
    "no-socket": {
      headline: "The way to the talk is blocked",
      advice:
        "Web pages get through to you, live connections do not: your network may block them. Try another one, such as your phone's own. It is tried again and again by itself.",
    },
    "no-answer": {
      headline: "The speaker's page does not answer",
      advice: "Their connection may be weak or blocked. It is tried again and again by itself. Keep this page open.",
    },
    "no-route": {
      headline: "No way for the sound",
      advice:
        "Your network, or the speaker's, blocks it. Try another one, such as your phone's own. It is tried again and again by itself.",
    },
    full: { headline: "The talk is full", advice: "Press Listen to take the next place somebody leaves." },
    "full-armed": {
      headline: "The talk is full",
      advice: "As soon as somebody leaves, the sound starts by itself. Keep this page open.",
    },
    ended: {
      headline: "Ended",
      advice: "Thank you for listening. Should the speaker go live again, you can listen right here.",
    },
  } satisfies Record<StatusName, StatusWords>,
  options: {
    summary: "Options",
    delay: "Delay",
    lowDelay: "Low delay",
    lowDelayHint: "Close behind the speaker.",
    steady: "Steady",
    steadyHint: "Half a second later, with fewer gaps.",
    whileListening: "The delay is shown while you listen.",
    later: (delayMs: number): ReactNode => (
      <>
        You hear the speaker <data value={Math.round(delayMs)}>{seconds(delayMs)}</data> later.
      </>
    ),
    system: "This device's own choice",
    playThrough: "Play through",
    pick: "Play through …",
  },
};

/** The same in any language: one that lacks a phrase does not compile. */
export type Words = typeof en;
