import { browserTiming, createStore, fullJitterMs, oneByOne, type Timing } from "@lectern/primitives";
import type { SessionApi } from "@lectern/session-api/client";
import { type Session, titleSchema } from "@lectern/session-api/contract";
import { safeParse } from "valibot";
import { type CurrentTalkEvent, type CurrentTalkState, transitionCurrentTalk } from "./state.ts";

export interface CurrentTalkOptions<Broadcast> {
  api: Pick<SessionApi, "listSessions" | "createSession" | "patchSession">;
  /** What a session without a name is called, asked for whenever one is made. */
  untitled: () => Promise<string>;
  startBroadcast: (session: Session) => Broadcast;
  /** How long after the last key a title is saved. Default 600. */
  saveAfterMs?: number;
  timing?: Timing;
}

/** The speaker's session from the microphone check on, so that its link can be given away before anybody speaks. */
export interface CurrentTalk<Broadcast> {
  getState(): CurrentTalkState<Broadcast>;
  subscribe(listener: () => void): () => void;
  /** Takes up the session the speaker used last (or makes their first), a new one, or this one. Default "latest". */
  open(talk?: "latest" | "new" | Session): Promise<void>;
  /** Takes a title as typed; saves it when typing stops, if it is fit to be one, and tries until it is saved. */
  rename(title: string): void;
  /** Saves what is typed now rather than later. */
  saveTitle(): Promise<void>;
  /** The session as it was told to somebody else: its link may be replaced, and its title changed, in another tab. */
  learn(session: Session): void;
  close(): void;
}

const usedAt = ({ createdAt, liveAt }: Session): number => Math.max(createdAt, liveAt ?? 0);
const latestOf = (sessions: Session[]): Session | undefined =>
  sessions.reduce<Session | undefined>((best, each) => (best && usedAt(best) >= usedAt(each) ? best : each), undefined);

/** A title that could not be saved is tried again. */
const RETRY = { firstMs: 1000, longestMs: 8000 };

/** The longest title the session API takes. */
export const TITLE_MAX_LENGTH = 120;

export function createCurrentTalk<Broadcast extends { close(): void }>({
  api,
  untitled,
  startBroadcast,
  saveAfterMs = 600,
  timing = browserTiming,
}: CurrentTalkOptions<Broadcast>): CurrentTalk<Broadcast> {
  const { getState, subscribe, dispatch } = createStore<CurrentTalkState<Broadcast>, CurrentTalkEvent<Broadcast>>(
    { status: "closed" },
    transitionCurrentTalk,
  );
  let opening = new AbortController();
  let cancelSave: () => void = () => undefined;
  /** How often the title as it is typed could not be saved. */
  let failures = 0;

  function leave(): void {
    opening.abort();
    cancelSave();
    const state = getState();
    if (state.status === "open") state.broadcast.close();
  }

  /** So that the title that was typed last is the one that stays. */
  const inOrder = oneByOne();
  const saveTitle = (): Promise<void> => {
    cancelSave();
    return inOrder(save);
  };

  async function save(): Promise<void> {
    const state = getState();
    if (state.status !== "open" || (state.saving !== "pending" && state.saving !== "failed")) return;
    const { title, session } = state;
    try {
      dispatch({ type: "saved", session: await api.patchSession(session.code, { title: title.trim() }) });
    } catch {
      dispatch({ type: "not-saved", id: session.id, title });
      const now = getState();
      if (now.status !== "open" || now.saving !== "failed") return;
      cancelSave();
      cancelSave = timing.setTimer(() => void saveTitle(), fullJitterMs(RETRY, ++failures, timing.random));
    }
  }

  return {
    getState,
    subscribe,
    async open(talk = "latest") {
      leave();
      opening = new AbortController();
      const { signal } = opening;
      dispatch({ type: "opening" });
      try {
        const known = talk === "latest" ? latestOf(await api.listSessions()) : talk === "new" ? undefined : talk;
        const session = known ?? (await api.createSession({ title: await untitled() }));
        if (signal.aborted) return;
        dispatch({ type: "opened", session, broadcast: startBroadcast(session) });
      } catch (error) {
        if (!signal.aborted) dispatch({ type: "failed", error });
      }
    },
    rename(typed) {
      cancelSave();
      failures = 0;
      const { success: fit, output } = safeParse(titleSchema, typed);
      // What the session API would leave out, as well; blanks at an end may have a word after them soon.
      const title = fit && output !== typed.trim() ? output : typed;
      dispatch({ type: "typed", title, fit });
      if (fit) cancelSave = timing.setTimer(() => void saveTitle(), saveAfterMs);
    },
    saveTitle,
    learn: (session) => dispatch({ type: "told", session }),
    close() {
      leave();
      dispatch({ type: "closed" });
    },
  };
}
