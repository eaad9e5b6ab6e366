import { expect, it } from "vitest";
import { type Question, type SignInEvent, type SignInState, transitionSignIn } from "./sign-in-state.ts";

const credentials = { email: "ada@example.org", password: "correct horse" };
const others = { email: "bob@example.org", password: "battery staple" };
const question: Question = {
  next: "challenge",
  challenge: { name: "SMS_MFA", username: "ada", session: "1", parameters: {} },
};

const states = {
  idle: { status: "idle" },
  begun: { status: "begun", credentials },
  asked: { status: "asked", credentials, question },
} satisfies Record<string, SignInState>;
const events = {
  begun: { type: "begun", credentials: others },
  asked: { type: "asked", question },
  "signed-in": { type: "signed-in" },
} satisfies Record<string, SignInEvent>;

it.each([
  ["idle", "begun", { status: "begun", credentials: others }],
  ["begun", "begun", { status: "begun", credentials: others }],
  ["asked", "begun", { status: "begun", credentials: others }],
  ["idle", "asked", states.idle],
  ["begun", "asked", states.asked],
  ["asked", "asked", states.asked],
  ["idle", "signed-in", states.idle],
  ["begun", "signed-in", states.idle],
  ["asked", "signed-in", states.idle],
] as const)("%s, then %s", (state, event, expected) => {
  expect(transitionSignIn(states[state], events[event])).toEqual(expected);
});
