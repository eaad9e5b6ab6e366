import { createClientId, type ServerMessage, verifyClientId } from "../../contract/index.ts";
import { notify } from "../notify.ts";
import type { Resources } from "../resources.ts";
import { findSeat, type SeatReference, slotNumber, type TakenSeat } from "../store/seats.ts";
import type { SessionItem } from "../store/session-item.ts";

export interface SessionOnAir extends SessionItem {
  channelName: string;
  macKey: string;
}

export const isOnAir = (session: SessionItem): session is SessionOnAir =>
  (session.status === "live" || session.status === "paused") && !!session.channelName && !!session.macKey;

/** The message that gives a listener its seat, with a new ClientId. */
async function seatMessage({ macKey }: SessionOnAir, { slot, seat, channel }: TakenSeat): Promise<ServerMessage> {
  const clientId = await createClientId(macKey, channel.arn, { seatId: seat.seatId, expiresAt: seat.until });
  return {
    type: "seat",
    channelArn: channel.arn,
    ...channel.viewer,
    clientId,
    seatSecret: seat.secret,
    slot: slotNumber(slot),
  };
}

/** Sends the connection its seat, and stores that it holds it. */
export async function giveSeat(
  resources: Resources,
  connectionId: string,
  session: SessionOnAir,
  taken: TakenSeat,
): Promise<void> {
  const { slot, seat } = taken;
  const message = await seatMessage(session, taken);
  await Promise.all([
    notify(resources, connectionId, message),
    resources.connections.setSeat(connectionId, { channelName: session.channelName, slot, seatId: seat.seatId }),
  ]);
}

/** The seat that a ClientId was issued for, if we issued it for the channel the session is on now. */
export async function seatOfClientId(
  resources: Resources,
  { id, channelName, macKey }: SessionItem,
  clientId: string,
): Promise<{ reference: SeatReference; connectionId: string } | null> {
  const channel = channelName ? await resources.channels.get(id, channelName) : null;
  if (!channel || !macKey) return null;
  const parts = await verifyClientId(macKey, channel.arn, clientId);
  const found = parts && findSeat(channel, parts.seatId);
  if (!found) return null;
  const { slot, seat } = found;
  return { reference: { channelName: channel.name, slot, seatId: seat.seatId }, connectionId: seat.connectionId };
}
