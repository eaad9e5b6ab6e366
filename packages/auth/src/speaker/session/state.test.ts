import { expect, it } from "vitest";
import { type AuthState, authStateOf, type SessionEvent, type SessionState, transitionSession } from "./state.ts";

const tokens = (number: number, email = "ada@example.org") => ({
  idToken: `id-${number}`,
  accessToken: `access-${number}`,
  refreshToken: "refresh",
  receivedAt: number,
  email,
  sub: `sub of ${email}`,
  issuedAt: 0,
  expiresAt: 1,
});
const [old, fresh] = [tokens(1), tokens(2)];

const states = {
  restoring: { status: "restoring", tokens: null },
  "restoring, found": { status: "restoring", tokens: old },
  "signed-out": { status: "signed-out" },
  expired: { status: "signed-out", reason: "session-expired" },
  "signed-in": { status: "signed-in", tokens: old },
} satisfies Record<string, SessionState>;
const events = {
  found: { type: "found", tokens: fresh },
  restored: { type: "restored" },
  "signed-in": { type: "signed-in", tokens: fresh },
  ended: { type: "ended", reason: "session-expired" },
} satisfies Record<string, SessionEvent>;

const signedInWith = (of: typeof old): SessionState => ({ status: "signed-in", tokens: of });
/** Whatever is not here leaves the state as it is. */
const leads: Partial<Record<`${keyof typeof states} + ${keyof typeof events}`, SessionState>> = {
  "restoring + found": { status: "restoring", tokens: fresh },
  "restoring + restored": { status: "signed-out" },
  "restoring, found + found": { status: "restoring", tokens: fresh },
  "restoring, found + restored": signedInWith(old),
  "restoring + signed-in": signedInWith(fresh),
  "restoring, found + signed-in": signedInWith(fresh),
  "signed-out + signed-in": signedInWith(fresh),
  "expired + signed-in": signedInWith(fresh),
  "signed-in + signed-in": signedInWith(fresh),
  "restoring + ended": states.expired,
  "restoring, found + ended": states.expired,
  "signed-out + ended": states.expired,
  "signed-in + ended": states.expired,
};

const names = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];
const pairs = names(states).flatMap((state) => names(events).map((event) => ({ state, event })));

it.each(pairs)("$state, then $event", ({ state, event }) => {
  const expected = leads[`${state} + ${event}`];
  const next = transitionSession(states[state], events[event]);
  if (expected) expect(next).toEqual(expected);
  else expect(next).toBe(states[state]);
});

it("tells the page the same object as long as it says the same, and never a token", () => {
  const restoring: AuthState = { status: "restoring" };
  expect(authStateOf(restoring, states["restoring, found"])).toBe(restoring);
  const ada = authStateOf(restoring, states["signed-in"]);
  expect(ada).toEqual({ status: "signed-in", email: "ada@example.org", sub: "sub of ada@example.org" });
  expect(authStateOf(ada, signedInWith(fresh))).toBe(ada);
  expect(authStateOf(ada, signedInWith(tokens(3, "bob@example.org")))).toMatchObject({ email: "bob@example.org" });
  expect(authStateOf(ada, states.expired)).toBe(states.expired);
});
