import type { ProblemCode, ProblemWords } from "../../problems/codes.ts";
import { accountProblems } from "./account-problems.ts";

/** Everything that can go wrong. A new code does not compile without words. */
export const problems: Record<ProblemCode, ProblemWords> = {
  ...accountProblems,
  "identity-pool-not-found": {
    title: "This page is set up for something that does not exist",
    advice:
      "AWS knows no Identity Pool with the ID in VITE_COGNITO_IDENTITY_POOL_ID. It may be mistyped, or belong to another region.",
  },
  "identity-pool-invalid": {
    title: "Going live is not set up correctly",
    advice: "The Identity Pool in VITE_COGNITO_IDENTITY_POOL_ID must name this User Pool, and a role for its users.",
  },
  "credentials-refused": { title: "You could not be let on air", advice: "Sign out and in again. Then try once more." },
  "signaling-refused": {
    title: "The way to your listeners was refused",
    advice: "Try again. If it stays like this, tell whoever runs this Lectern.",
  },
  "clock-wrong": {
    title: "This device's clock is wrong",
    advice: "Set its date and time to automatic, then try again.",
  },
  "not-supported": {
    title: "This browser cannot send sound",
    advice:
      "Open the page in a current Chrome, Edge, Firefox or Safari, at an address beginning with https://. On an iPhone in Lockdown Mode, exempt this website from it.",
  },
  "microphone-denied": {
    title: "The microphone is blocked",
    advice:
      "Allow the microphone for this page: select the icon beside the address, allow it, then press Try again. If there is no icon, look in your system's privacy settings.",
  },
  "microphone-missing": {
    title: "No microphone was found",
    advice: "Plug one in or choose another, then press Try again.",
  },
  "microphone-failed": {
    title: "The microphone cannot be used",
    advice: "Another program may hold it. Close that program, or choose another microphone, then press Try again.",
  },
  "microphone-not-open": {
    title: "The microphone is not open yet",
    advice: "Allow it and see the meter move, then go live.",
  },
  throttled: {
    title: "Too much at once",
    advice: "Wait a few seconds and try again. If that does not help, wait a few minutes.",
  },
  network: { title: "No connection", advice: "Check that this device is online, then try again." },
  unavailable: { title: "Something on our side did not work", advice: "Wait a moment and try again." },
  "bad-response": {
    title: "Something between you and Lectern answered with nonsense",
    advice: "A network that asks you to sign in first, as in hotels, does that. Open any other page, then try again.",
  },
  "bad-request": {
    title: "That was not accepted",
    advice: "Load the page again. If it comes back, tell whoever runs this Lectern.",
  },
  "too-large": { title: "That was too long", advice: "Make it shorter and try again." },
  "no-path": {
    title: "No way on air yet",
    advice:
      "Your network may let web pages through and block live connections. Try another one, such as your phone's own. It is tried again and again by itself.",
  },
  "session-not-found": { title: "This session is gone", advice: "It was removed. Make a new one to get a new link." },
  "not-owner": {
    title: "This session is somebody else's",
    advice: "Sign in with the account that made it, or make a new one.",
  },
  "too-many-sessions": {
    title: "You have as many talks as there may be",
    advice: "Delete one that you no longer need, then make the new one.",
  },
  "code-taken": { title: "That code is taken", advice: "Choose another one." },
  "already-hosted": {
    title: "You are on air in another window",
    advice: "Go on there, or take over here: the other window stops sending.",
  },
};
