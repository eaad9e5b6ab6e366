import { createStore, type Timing } from "@lectern/primitives";
import { hasCode, isRetryable } from "../../errors.ts";
import { isWorthServing, untilRenewalMs } from "../../expiring-value.ts";
import { retry } from "../../retry.ts";
import { createHeldTokens } from "./held-tokens.ts";
import type { SessionCalls } from "./session-calls.ts";
import type { Persistence, SessionVault } from "./session-vault.ts";
import { type AuthState, authStateOf, type SessionState, type SessionTokens, type SignedOutReason } from "./state.ts";
import { listenToTabs, type TabMessage, type TabsEnvironment } from "./tabs.ts";
import type { KeptSession, Tokens } from "./tokens.ts";
import { withLock } from "./with-lock.ts";

const RETRY_AFTER_MS = 30_000;
/** A browser's timer that is longer fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type EndedHere = Exclude<SignedOutReason, "signed-out-elsewhere">;

/** The tokens of whoever is signed in: kept, refreshed and given up together with this browser's other tabs. */
export interface Session {
  getState(): AuthState;
  subscribe(listener: () => void): () => void;
  restore(): Promise<void>;
  /** Somebody has just signed in. */
  begin(tokens: Tokens, persistence: Persistence): Promise<void>;
  /** Tokens good for another five minutes if they can be had. @throws AuthError */
  current(): Promise<SessionTokens>;
  /** Refreshes, whatever the clock says. @throws AuthError */
  refresh(): Promise<SessionTokens>;
  /** @returns the tokens there were, or `null` */
  end(reason: EndedHere): SessionTokens | null;
  serverNow(): number;
  setServerNow(serverNow: number): void;
  close(): void;
}

export interface SessionParts {
  /** The vault's item; also names the tabs' channel and the lock. */
  name: string;
  calls: SessionCalls;
  vault: SessionVault<KeptSession>;
  timing: Timing;
  locks: Pick<LockManager, "request"> | undefined;
  tabs: TabsEnvironment;
}

export function createSession({ name, calls, vault, timing, locks, tabs: environment }: SessionParts): Session {
  const held = createHeldTokens(vault, timing);
  const shown = createStore<AuthState, SessionState>({ status: "restoring" }, authStateOf);
  let refreshing: Promise<SessionTokens> | null = null;
  let cancelTimer = () => {};

  const leftMs = ({ expiresAt }: SessionTokens) => expiresAt - held.server.now();
  const untilRefreshMs = (tokens: SessionTokens) => untilRenewalMs(leftMs(tokens), tokens.expiresAt - tokens.issuedAt);
  const isFresh = (tokens: SessionTokens) => untilRefreshMs(tokens) > 0;
  const isShared = () => vault.persistence() === "browser";

  held.subscribe(() => {
    const tokens = held.get();
    if (tokens === null) refreshing = null;
    schedule(tokens === null ? 0 : untilRefreshMs(tokens));
    shown.dispatch(held.getState());
  });

  /** Without a delay nothing is scheduled: whoever asks next refreshes. */
  function schedule(delayMs: number): void {
    cancelTimer();
    if (delayMs <= 0) return;
    const refreshLater = () => {
      refresh().catch((error: unknown) => {
        if (isRetryable(error)) schedule(RETRY_AFTER_MS * (1 + timing.random()));
      });
    };
    cancelTimer = timing.setTimer(refreshLater, Math.min(delayMs, LONGEST_TIMER_MS));
  }

  async function keep(next: Tokens): Promise<SessionTokens> {
    const { tokens, saved } = await held.keep(next);
    if (saved && isShared()) tabs.tell("changed");
    return tokens;
  }

  function end(reason: EndedHere): SessionTokens | null {
    const ended = held.get();
    held.dispatch({ type: "ended", reason });
    const shared = isShared();
    // Not waited for: the ciphertext is removed at once.
    void vault.save(null);
    if (shared) tabs.tell(reason);
    return ended;
  }

  async function refreshNow(before: SessionTokens): Promise<SessionTokens> {
    const kept = await held.newerInVault();
    if (held.get() !== before) return held.require();
    const own = kept === null ? before : held.adopt(kept);
    if (kept !== null && isFresh(own)) return own;
    try {
      const next = await retry(timing, () => calls.refresh(own.refreshToken));
      if (held.get() === own) return await keep(next);
    } catch (error) {
      // "sign-in-refused": the account was disabled meanwhile.
      const isOver = hasCode(error, "session-expired", "sign-in-refused");
      if (held.get() === own && isOver) end("session-expired");
      if (held.get() === own || held.get() === null) throw error;
    }
    // Somebody signed out, or in as somebody else, meanwhile: the new tokens of the old session are dropped.
    return held.require();
  }

  async function refresh(): Promise<SessionTokens> {
    const before = held.require();
    if (refreshing !== null) return refreshing;
    const started = withLock(locks, name, () => refreshNow(before)).finally(() => {
      if (refreshing === started) refreshing = null;
    });
    refreshing = started;
    return started;
  }

  async function hear(message: TabMessage): Promise<void> {
    if (!isShared()) return;
    const before = held.get();
    const kept = await held.newerInVault();
    // Somebody signed in or out here while the vault was read.
    if (held.get() !== before) return hear(message);
    if (kept !== null) held.adopt(kept);
    else if (message !== "changed" && held.get() !== null)
      held.dispatch({ type: "ended", reason: message === "signed-out" ? "signed-out-elsewhere" : message });
  }
  const tabs = listenToTabs(name, environment, (message) => {
    hear(message).catch(() => {
      // What another tab left in the vault cannot be read; the session here stays.
    });
  });

  return {
    getState: shown.getState,
    subscribe: shown.subscribe,
    async restore() {
      // Somebody who has just come back from another provider is signed in already.
      if (held.getState().status !== "restoring") return;
      try {
        const kept = await vault.load();
        if (kept !== null) held.dispatch({ type: "found", tokens: held.read(kept) });
        const found = held.get();
        if (found !== null && !isFresh(found)) await refresh();
      } catch {
        // What cannot be read is deleted. A session that was read stays, though AWS could not be reached to refresh it.
        if (held.get() === null && held.getState().status === "restoring") void vault.save(null);
      }
      held.dispatch({ type: "restored" });
    },
    async begin(next, persistence) {
      vault.setPersistence(persistence);
      await keep(next);
    },
    async current() {
      const before = held.require();
      if (isFresh(before)) return before;
      try {
        return await refresh();
      } catch (error) {
        if (isRetryable(error) && held.get() === before && isWorthServing(leftMs(before))) return before;
        throw error;
      }
    },
    refresh,
    end,
    serverNow: held.server.now,
    setServerNow(serverNow) {
      held.server.learn(serverNow);
      const tokens = held.get();
      if (tokens !== null) schedule(Math.max(1, untilRefreshMs(tokens)));
    },
    close() {
      cancelTimer();
      tabs.close();
    },
  };
}
