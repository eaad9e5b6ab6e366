import { AuthError, isRetryable } from "../errors.ts";
import { retrying } from "../retrying.ts";
import type { Clocks } from "../stopwatch.ts";
import { exclusively } from "./exclusively.ts";
import type { Keeping } from "./keeping.ts";
import { createServerClock } from "./server-clock.ts";
import type { SessionCalls } from "./session-calls.ts";
import type { AuthState, Keep, SignedOutReason } from "./state.ts";
import { listenToTabs, type TabMessage, type TabsEnvironment } from "./tabs.ts";
import { type Claims, type KeptSession, readClaims, type Tokens } from "./tokens.ts";

const REFRESH_BEFORE_END_MS = 5 * 60_000;
/** Less than this is not worth handing out: it would end on the way. */
const LEAST_USEFUL_MS = 30_000;
const RETRY_AFTER_MS = 30_000;
/** A longer timer fires at once, and again, and again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Held = KeptSession & Claims;

/** The tokens of whoever is signed in: kept, refreshed and given up together with this browser's other tabs. */
export interface Session {
  getState(): AuthState;
  subscribe(listener: () => void): () => void;
  restore(): Promise<void>;
  /** Somebody has just signed in. */
  begin(tokens: Tokens, keep: Keep): Promise<void>;
  /** Tokens good for another five minutes if they can be had. @throws AuthError */
  current(): Promise<Held>;
  /** Refreshes, whatever the clock says. @throws AuthError */
  refresh(): Promise<Held>;
  /** What was held, or `null`. */
  end(reason: SignedOutReason): Held | null;
  serverNow(): number;
  setServerNow(serverNow: number): void;
  close(): void;
}

export interface SessionParts {
  /** The vault's item; also names the tabs' channel and the lock. */
  name: string;
  calls: SessionCalls;
  vault: Keeping<KeptSession>;
  clocks: Clocks;
  random: () => number;
  locks: Pick<LockManager, "request"> | undefined;
  tabs: TabsEnvironment;
}

export function createSession({
  name,
  calls,
  vault,
  clocks,
  random,
  locks,
  tabs: tabsEnvironment,
}: SessionParts): Session {
  const server = createServerClock(clocks);
  const listeners = new Set<() => void>();
  let state: AuthState = { status: "restoring" };
  let held: Held | null = null;
  let flight: Promise<Held> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(next: AuthState): void {
    const same =
      next.status === "signed-in" &&
      state.status === "signed-in" &&
      next.sub === state.sub &&
      next.email === state.email;
    if (same) return;
    state = next;
    for (const listener of listeners) listener();
  }

  const leftMs = ({ expiresAt }: Held) => expiresAt - server.now();
  const untilRefreshMs = (tokens: Held) =>
    leftMs(tokens) - Math.min(REFRESH_BEFORE_END_MS, (tokens.expiresAt - tokens.issuedAt) / 2);
  const isFresh = (tokens: Held) => untilRefreshMs(tokens) > 0;

  /** Takes over tokens and what they tell about server time: their issue, plus how long ago they came. */
  function hold(kept: KeptSession): Held {
    const next = { ...kept, ...readClaims(kept) };
    const ageMs = clocks.now() - kept.receivedAt;
    // A device clock set back since then: nobody knows how old these are, so they are refreshed.
    server.set(ageMs < 0 ? next.expiresAt : next.issuedAt + ageMs);
    held = next;
    schedule(untilRefreshMs(next));
    return next;
  }

  const isShared = () => vault.where() === "browser";

  const showHeld = ({ email, sub }: Held) => show({ status: "signed-in", email, sub });

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    if (delayMs <= 0) return;
    const refreshLater = () => {
      refresh().catch((error: unknown) => {
        if (error instanceof AuthError && isRetryable(error.code)) schedule(RETRY_AFTER_MS * (1 + random()));
      });
    };
    timer = setTimeout(refreshLater, Math.min(delayMs, LONGEST_TIMER_MS));
  }

  function drop(reason: SignedOutReason): void {
    held = null;
    flight = null;
    clearTimeout(timer);
    show({ status: "signed-out", reason });
  }

  function end(reason: SignedOutReason): Held | null {
    const ended = held;
    drop(reason);
    const shared = isShared();
    // Nobody waits for the disk: the ciphertext is removed at once.
    void vault.save(null);
    if (shared) tabs.tell(reason);
    return ended;
  }

  async function keep(tokens: Tokens): Promise<Held> {
    const { idToken, accessToken, refreshToken } = tokens;
    const next = hold({ idToken, accessToken, refreshToken, receivedAt: clocks.now() });
    showHeld(next);
    const { receivedAt } = next;
    if ((await vault.save({ idToken, accessToken, refreshToken, receivedAt })) && isShared()) tabs.tell("changed");
    return next;
  }

  /** What another tab has put into the vault, if it is newer than ours. */
  async function readVault(): Promise<KeptSession | null> {
    const kept = await vault.load();
    return kept !== null && (held === null || kept.receivedAt > held.receivedAt) ? kept : null;
  }

  async function refreshNow(before: Held): Promise<Held> {
    return exclusively(locks, name, async () => {
      const kept = await readVault();
      if (held !== before) return held ?? Promise.reject(signedOut());
      if (kept !== null) {
        const theirs = hold(kept);
        showHeld(theirs);
        if (isFresh(theirs)) return theirs;
      }
      const own = held;
      try {
        const tokens = await retrying(random, () => calls.refresh(own.refreshToken));
        if (held === own) return await keep(tokens);
      } catch (error) {
        // "sign-in-refused": the account was disabled meanwhile.
        const final = error instanceof AuthError && ["session-expired", "sign-in-refused"].includes(error.code);
        if (held === own && final) end("session-expired");
        if (held === own || held === null) throw error;
      }
      // Signed out, or in as somebody else, meanwhile: what came for the old session is nobody's.
      return held ?? Promise.reject(signedOut());
    });
  }

  function refresh(): Promise<Held> {
    if (held === null) return Promise.reject(signedOut());
    if (flight !== null) return flight;
    const started = refreshNow(held).finally(() => {
      if (flight === started) flight = null;
    });
    flight = started;
    return started;
  }

  const signedOut = () => {
    const expired = state.status === "signed-out" && state.reason === "session-expired";
    return new AuthError(expired ? "session-expired" : "signed-out", "Nobody is signed in.");
  };

  async function hear(message: TabMessage): Promise<void> {
    if (!isShared()) return;
    const kept = await readVault();
    if (kept !== null) showHeld(hold(kept));
    else if (message !== "changed" && held !== null) drop(message);
  }
  const tabs = listenToTabs(name, tabsEnvironment, (message) => {
    hear(message).catch(() => {
      // What another tab left there is no session; ours stays.
    });
  });

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async restore() {
      // Whoever has just come back from another provider is not replaced by who was kept, nor by nobody where nothing is.
      if (held !== null) return;
      try {
        const kept = await vault.load();
        if (kept === null) return show({ status: "signed-out" });
        const restored = hold(kept);
        if (!isFresh(restored)) await refresh();
        if (held !== null) showHeld(held);
      } catch {
        // Ended: said already. Not understood: nobody. Only out of reach for now: still signed in.
        if (held !== null) showHeld(held);
        else if (state.status === "restoring") {
          void vault.save(null);
          show({ status: "signed-out" });
        }
      }
    },
    async begin(tokens, where) {
      vault.choose(where);
      await keep(tokens);
    },
    async current() {
      if (held === null) throw signedOut();
      const before = held;
      if (isFresh(before)) return before;
      try {
        return await refresh();
      } catch (error) {
        const passing = error instanceof AuthError && isRetryable(error.code);
        if (passing && held === before && leftMs(before) > LEAST_USEFUL_MS) return before;
        throw error;
      }
    },
    refresh,
    end,
    serverNow: () => server.now(),
    setServerNow(serverNow) {
      server.set(serverNow);
      if (held !== null) schedule(Math.max(1, untilRefreshMs(held)));
    },
    close() {
      clearTimeout(timer);
      listeners.clear();
      tabs.close();
    },
  };
}
