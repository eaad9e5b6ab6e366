import { createServerClock, createStore, type Timing } from "@lectern/primitives";
import { AuthError } from "../../errors.ts";
import type { SessionVault } from "./session-vault.ts";
import { type SessionEvent, type SessionState, type SessionTokens, tokensOf, transitionSession } from "./state.ts";
import { type KeptSession, readClaims, type Tokens } from "./tokens.ts";

/** The tokens of this page: what they are, and what of them the vault keeps for the next page and for other tabs. */
export function createHeldTokens(vault: SessionVault<KeptSession>, timing: Timing) {
  const server = createServerClock(timing);
  const { getState, subscribe, dispatch } = createStore<SessionState, SessionEvent>(
    { status: "restoring", tokens: null },
    transitionSession,
  );
  const get = () => tokensOf(getState());

  /** Also learns the server's time from when the tokens were issued and how long ago they came. */
  function read(kept: KeptSession): SessionTokens {
    const claims = readClaims(kept);
    const ageMs = timing.now() - kept.receivedAt;
    // This device's clock was set back since then. Nobody knows how old they are, so they count as ended.
    server.learn(ageMs < 0 ? claims.expiresAt : claims.issuedAt + ageMs);
    return { ...kept, ...claims };
  }

  function adopt(kept: KeptSession): SessionTokens {
    const tokens = read(kept);
    dispatch({ type: "signed-in", tokens });
    return tokens;
  }

  return {
    server,
    getState,
    subscribe,
    dispatch,
    get,
    read,
    adopt,
    /** @throws AuthError `session-expired` or `signed-out` */
    require(): SessionTokens {
      const tokens = get();
      if (tokens !== null) return tokens;
      const state = getState();
      const hasExpired = state.status === "signed-out" && state.reason === "session-expired";
      throw new AuthError(hasExpired ? "session-expired" : "signed-out", "Nobody is signed in.");
    },
    /** Adopts new tokens. `saved`: whether the vault could keep them. */
    async keep({ idToken, accessToken, refreshToken }: Tokens) {
      const kept = { idToken, accessToken, refreshToken, receivedAt: timing.now() };
      const tokens = adopt(kept);
      return { tokens, saved: await vault.save(kept) };
    },
    /** What another tab has put into the vault since. */
    async newerInVault(): Promise<KeptSession | null> {
      const kept = await vault.load();
      const own = get();
      return kept !== null && (own === null || kept.receivedAt > own.receivedAt) ? kept : null;
    },
  };
}
