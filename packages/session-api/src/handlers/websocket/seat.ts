import { createClientId, SEAT_LEASE_MS, type ServerMessage, verifyClientId } from "../../contract/index.ts";
import { tell } from "../announce.ts";
import type { Context } from "../context.ts";
import type { ChannelItem } from "../store/channels.ts";
import { type SeatReference, slotNumber, type TakenSeat } from "../store/seats.ts";
import type { SessionItem } from "../store/session-item.ts";

export interface SessionOnAir extends SessionItem {
  channelName: string;
  macKey: string;
}

export const isOnAir = (session: SessionItem): session is SessionOnAir =>
  (session.status === "live" || session.status === "paused") && !!session.channelName && !!session.macKey;

/** The seat as its listener is told of it, under a fresh ClientId. */
async function describeSeat({ macKey }: SessionOnAir, { slot, seat, channel }: TakenSeat): Promise<ServerMessage> {
  const clientId = await createClientId(macKey, channel.arn, { seatId: seat.seatId, expiresAt: seat.until });
  return {
    type: "seat",
    channelArn: channel.arn,
    ...channel.viewer,
    clientId,
    seatSecret: seat.secret,
    leaseMs: SEAT_LEASE_MS,
    slot: slotNumber(slot),
  };
}

/** Tells the connection of its seat, and remembers that it speaks for it. */
export async function giveSeat(
  context: Context,
  connectionId: string,
  session: SessionOnAir,
  taken: TakenSeat,
): Promise<void> {
  const { slot, seat } = taken;
  const message = await describeSeat(session, taken);
  await Promise.all([
    tell(context, connectionId, message),
    context.connections.setSeat(connectionId, { channelName: session.channelName, slot, seatId: seat.seatId }),
  ]);
}

const findSeat = (channel: ChannelItem, seatId: string) =>
  Object.entries(channel.seats).find(([, seat]) => seat.seatId === seatId);

/** The seat a ClientId was issued for, if we issued it for the channel the session is on now. */
export async function seatOfClientId(
  context: Context,
  { id, channelName, macKey }: SessionItem,
  clientId: string,
): Promise<{ reference: SeatReference; connectionId: string } | null> {
  const channel = channelName ? await context.channels.get(id, channelName) : null;
  const parts = channel && macKey ? await verifyClientId(macKey, channel.arn, clientId) : null;
  const [slot, seat] = (channel && parts && findSeat(channel, parts.seatId)) ?? [];
  if (!channel || !slot || !seat) return null;
  return { reference: { channelName: channel.name, slot, seatId: seat.seatId }, connectionId: seat.connectionId };
}
