import type { ClientMessage } from "../../contract/index.ts";
import { SessionApiError } from "../../errors.ts";
import { forgetConnection, listenersChanged, snapshot, tell } from "../announce.ts";
import type { Context } from "../context.ts";
import { toRefusal } from "../errors.ts";
import type { ConnectionItem } from "../store/connections.ts";
import { enterSession } from "./enter.ts";
import { giveSeat, isOnAir, type SessionOnAir } from "./seat.ts";

const notFound = (): SessionApiError => new SessionApiError("session-not-found", "There is no such session.");

/** `join`: hear of the session; with a live seat's secret, that seat again; with `seat`, one if it is on air. */
export async function join(
  context: Context,
  connectionId: string,
  { code, seatSecret, seat: wantsSeat = false }: Extract<ClientMessage, { action: "join" }>,
): Promise<void> {
  const { sessions, seats, environment } = context;
  const id = await sessions.findId(code);
  if (!id) throw notFound();
  await enterSession(context, connectionId, id, "listener");
  const now = environment.now();
  // Read only now that changes reach this socket: whatever this snapshot misses will be sent to it.
  const session = await sessions.get(id, now);
  if (session?.code !== code) {
    await forgetConnection(context, connectionId);
    throw notFound();
  }
  await tell(context, connectionId, snapshot(session, now));
  if (seatSecret) {
    const taken = isOnAir(session) ? await seats.resume(id, session.channelName, seatSecret, connectionId, now) : null;
    if (taken && isOnAir(session)) await giveSeat(context, connectionId, session, taken);
    else
      await tell(context, connectionId, { type: "error", code: "seat-lost", message: "The seat's lease has ended." });
  } else if (wantsSeat && isOnAir(session)) await takeSeat(context, connectionId, session, now);
  await listenersChanged(context, id);
}

async function takeSeat(context: Context, connectionId: string, session: SessionOnAir, now: number): Promise<void> {
  try {
    const taken = await context.seats.take(session.id, session.channelName, connectionId, now);
    await giveSeat(context, connectionId, session, taken);
  } catch (error) {
    // Whoever finds it full waits, and is counted as waiting.
    await tell(context, connectionId, { type: "error", ...toRefusal(error) });
  }
}

/** `seat`: a place on the channel, or a fresh ClientId for the one held. @throws SessionApiError session-not-live, full */
export async function seat(context: Context, { connectionId, sessionId }: ConnectionItem): Promise<void> {
  const now = context.environment.now();
  const session = await context.sessions.get(sessionId, now);
  if (!session) throw notFound();
  if (!isOnAir(session)) throw new SessionApiError("session-not-live", "Nobody is on air.");
  await takeSeat(context, connectionId, session, now);
  await listenersChanged(context, sessionId);
}

/** `leave`: give the seat back. Without one it does nothing. */
export async function leave(context: Context, { connectionId, sessionId, seat: held }: ConnectionItem): Promise<void> {
  if (!held) return;
  await context.seats.free(sessionId, held, connectionId);
  await context.connections.setSeat(connectionId, null);
  await listenersChanged(context, sessionId);
}
