import type { AuthState, SignedOutReason } from "@lectern/auth/speaker";
import { expect, test } from "vitest";
import { followSignIn } from "./follow-sign-in.ts";

function setUp() {
  let state: AuthState = { status: "restoring" };
  let listener = () => {};
  let onAir = false;
  const done: string[] = [];
  followSignIn(
    {
      getState: () => state,
      subscribe(next) {
        listener = next;
        return () => {};
      },
    },
    { open: () => done.push("open"), close: () => done.push("close"), isOnAir: () => onAir },
  );
  return {
    done,
    goOnAir: () => (onAir = true),
    show(next: AuthState) {
      state = next;
      listener();
    },
  };
}
const signedIn = (sub: string): AuthState => ({ status: "signed-in", email: "a@b.c", sub });
const signedOut = (reason: SignedOutReason): AuthState => ({ status: "signed-out", reason });

test("opens for who signs in, and closes for who leaves or gives way to another", () => {
  const { done, show } = setUp();
  show(signedIn("one"));
  show(signedIn("one"));
  show(signedIn("two"));
  show(signedOut("session-expired"));
  expect(done).toEqual(["open", "close", "open", "close"]);
});

test.each([
  ["by itself", "session-expired"],
  ["in another tab", "signed-out-elsewhere"],
] as const)("leaves who is on air there when the sign-in ends %s, and when they sign in again", (_, reason) => {
  const { done, show, goOnAir } = setUp();
  show(signedIn("one"));
  goOnAir();
  show(signedOut(reason));
  show(signedIn("one"));
  expect(done).toEqual(["open"]);
  show(signedOut("signed-out"));
  expect(done).toEqual(["open", "close"]);
});

test("closes for who signs out in another tab and is not on air", () => {
  const { done, show } = setUp();
  show(signedIn("one"));
  show(signedOut("signed-out-elsewhere"));
  expect(done).toEqual(["open", "close"]);
});
