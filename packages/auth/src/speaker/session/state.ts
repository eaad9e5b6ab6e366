import type { KeptSession, TokenClaims } from "./tokens.ts";

/** Why nobody is signed in; absent before anyone signed in on this device. */
export type SignedOutReason =
  /** Signed out here. */
  | "signed-out"
  /** Signed out in another tab of this browser. */
  | "signed-out-elsewhere"
  /** The session ended by itself, was revoked, or signed out everywhere, or the account was disabled. */
  | "session-expired";

export type AuthState =
  /** Until `start()` has looked for a kept session. */
  | { readonly status: "restoring" }
  | { readonly status: "signed-out"; readonly reason?: SignedOutReason }
  | { readonly status: "signed-in"; readonly email: string; readonly sub: string };

/** Tokens and what they say. */
export type SessionTokens = KeptSession & TokenClaims;

export type SessionState =
  /** `tokens`: kept ones that were found. Nobody is signed in by them before it is known whether the session goes on. */
  | { readonly status: "restoring"; readonly tokens: SessionTokens | null }
  | { readonly status: "signed-out"; readonly reason?: SignedOutReason }
  | { readonly status: "signed-in"; readonly tokens: SessionTokens };

export type SessionEvent =
  /** A kept session was found. */
  | { type: "found"; tokens: SessionTokens }
  /** Whatever was found goes on, as far as can be known now. */
  | { type: "restored" }
  /** By a sign-in, a refresh or another tab. */
  | { type: "signed-in"; tokens: SessionTokens }
  | { type: "ended"; reason: SignedOutReason };

/** Pure. An event that makes no sense in a state returns the same state. */
export function transitionSession(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case "found":
      return state.status === "restoring" ? { status: "restoring", tokens: event.tokens } : state;
    case "restored":
      if (state.status !== "restoring") return state;
      return state.tokens === null ? { status: "signed-out" } : { status: "signed-in", tokens: state.tokens };
    case "signed-in":
      return { status: "signed-in", tokens: event.tokens };
    case "ended": {
      const isSame = state.status === "signed-out" && state.reason === event.reason;
      return isSame ? state : { status: "signed-out", reason: event.reason };
    }
  }
}

export const tokensOf = (state: SessionState): SessionTokens | null =>
  state.status === "signed-out" ? null : state.tokens;

/** What the page is told: the same object for as long as it says the same, however often tokens are refreshed. */
export function authStateOf(before: AuthState, state: SessionState): AuthState {
  if (state.status === "restoring") return before.status === "restoring" ? before : { status: "restoring" };
  if (state.status === "signed-out") return state;
  const { email, sub } = state.tokens;
  const isSame = before.status === "signed-in" && before.email === email && before.sub === sub;
  return isSame ? before : { status: "signed-in", email, sub };
}
