import type { Session } from "@lectern/session-api/contract";

/** The speaker's session as the page holds it: which one, and the title as typed. */
export type CurrentTalkState<Broadcast> =
  | { status: "closed" }
  | { status: "opening" }
  | {
      status: "open";
      session: Session;
      broadcast: Broadcast;
      /** As typed; it may not be valid. */
      title: string;
      saving: "saved" | "unfit" | "pending" | "failed";
    }
  | { status: "failed"; error: unknown };

export type CurrentTalkEvent<Broadcast> =
  | { type: "opening" }
  | { type: "opened"; session: Session; broadcast: Broadcast }
  | { type: "failed"; error: unknown }
  | { type: "typed"; title: string; fit: boolean }
  | { type: "saved"; session: Session }
  /** The session API's word, to somebody else on this page. */
  | { type: "told"; session: Session }
  /** This session, under the title as it was typed. */
  | { type: "not-saved"; id: string; title: string }
  | { type: "closed" };

/** Pure. An event that makes no sense in a state returns the same state. */
export function transitionCurrentTalk<B>(state: CurrentTalkState<B>, event: CurrentTalkEvent<B>): CurrentTalkState<B> {
  switch (event.type) {
    case "opening":
      return state.status === "opening" ? state : { status: "opening" };
    case "opened": {
      if (state.status !== "opening") return state;
      const { session, broadcast } = event;
      return { status: "open", session, broadcast, title: session.title, saving: "saved" };
    }
    case "failed":
      return state.status === "opening" ? { status: "failed", error: event.error } : state;
    case "typed":
      if (state.status !== "open") return state;
      return { ...state, title: event.title, saving: event.fit ? "pending" : "unfit" };
    case "saved": {
      if (state.status !== "open" || state.session.id !== event.session.id) return state;
      // If more was typed meanwhile, that is saved next.
      const saving = state.title.trim() === event.session.title ? "saved" : state.saving;
      // Of two answers the older may come last.
      const session = event.session.rev >= state.session.rev ? event.session : state.session;
      return { ...state, session, saving };
    }
    case "told": {
      const { session } = event;
      if (state.status !== "open" || state.session.id !== session.id || session.rev <= state.session.rev) return state;
      // Renamed elsewhere, unless it is about to be renamed here.
      const isRenamed = state.saving === "saved" && state.title.trim() !== session.title;
      return { ...state, session, title: isRenamed ? session.title : state.title };
    }
    case "not-saved":
      if (state.status !== "open" || state.saving !== "pending" || state.session.id !== event.id) return state;
      // If more was typed meanwhile, that is saved next.
      return state.title === event.title ? { ...state, saving: "failed" } : state;
    case "closed":
      return state.status === "closed" ? state : { status: "closed" };
  }
}
