import type { AuthState } from "@lectern/auth/speaker";
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
const signedOut = (reason: "signed-out" | "session-expired"): AuthState => ({ status: "signed-out", reason });

test("opens for who signs in, and closes for who leaves or gives way to another", () => {
  const { done, show } = setUp();
  show(signedIn("one"));
  show(signedIn("one"));
  show(signedIn("two"));
  show(signedOut("session-expired"));
  expect(done).toEqual(["open", "close", "open", "close"]);
});

test("leaves who is on air there when the sign-in ends by itself, and when they sign in again", () => {
  const { done, show, goOnAir } = setUp();
  show(signedIn("one"));
  goOnAir();
  show(signedOut("session-expired"));
  show(signedIn("one"));
  expect(done).toEqual(["open"]);
  show(signedOut("signed-out"));
  expect(done).toEqual(["open", "close"]);
});
