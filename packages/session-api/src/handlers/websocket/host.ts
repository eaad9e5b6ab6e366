import type { ClientMessage } from "../../contract/index.ts";
import { SessionApiError } from "../../errors.ts";
import { listenersChanged, snapshot, tell, tellAll, tellListeners } from "../announce.ts";
import type { Context } from "../context.ts";
import { speakerOf } from "../pre-token-generation.ts";
import { retireSoon } from "../retire.ts";
import { transition } from "../status.ts";
import type { ChannelItem } from "../store/channels.ts";
import type { SessionItem } from "../store/session-item.ts";
import type { VerifyAccessToken } from "./access-token.ts";
import { enterSession } from "./enter.ts";
import { isOnAir, seatOfClientId } from "./seat.ts";

type Message<Action extends ClientMessage["action"]> = Extract<ClientMessage, { action: Action }>;

const notHost = (): SessionApiError => new SessionApiError("not-host", "This connection is not the host.");

const channelPrefix = (context: Context, owner: string): string =>
  `lectern-${context.environment.environmentName}-${speakerOf(owner)}-`;

/** The session's channel as KVS has it now: the one it has been on, or one newly made. */
async function openChannel(
  context: Context,
  session: SessionItem,
): Promise<{ session: SessionItem; channel: ChannelItem }> {
  const { channels, signalingChannels, hosts, environment } = context;
  const { id, channelName } = session;
  if (!channelName) throw notHost();
  const known = await channels.get(id, channelName);
  if (known && (await signalingChannels.isActive(known.arn))) return { session, channel: known };
  if (known) {
    // Deleted behind our back: nobody can be heard on it, so everyone moves.
    const replaced = await hosts.replaceChannel(session, channelPrefix(context, session.owner));
    const current = replaced ?? (await context.sessions.get(id, environment.now()));
    if (!current || current.channelName === channelName) throw notHost();
    await channels.forget(id, channelName);
    return openChannel(context, current);
  }
  await channels.register(channelName, id, environment.now());
  return { session, channel: await channels.open(id, await signalingChannels.open(channelName)) };
}

/** `host`: become the session's host and be given its channels, on air already or put there now. */
export async function host(
  context: Context,
  verifyAccessToken: VerifyAccessToken,
  connectionId: string,
  { token, code, takeOver = false, hostSecret }: Message<"host">,
): Promise<void> {
  const { sessions, hosts, environment } = context;
  const owner = await verifyAccessToken(token);
  const { id, owner: rightful } = await sessions.findByCode(code, environment.now());
  if (rightful !== owner) throw new SessionApiError("forbidden", "The session is somebody else's.");

  const prefix = channelPrefix(context, owner);
  const now = environment.now();
  const claim = await hosts.claim(
    { sessionId: id, owner, connectionId, hostSecret, takeOver, channelPrefix: prefix },
    now,
  );
  if (!claim) throw new SessionApiError("already-hosted", "Another page hosts this session.");
  await enterSession(context, connectionId, id, "host");
  await sessions.touch(claim.before, now);

  const { hostConnectionId: displaced, hostSecret: displacedSecret } = claim.before;
  const isAnotherPage = !hostSecret || displacedSecret !== hostSecret;
  if (displaced && displaced !== connectionId && isAnotherPage) await tell(context, displaced, { type: "displaced" });
  // Those who wait for the speaker to come back hear it now.
  const welcome = snapshot(claim.session, now);
  if (isOnAir(claim.session)) await tellAll(context, id, welcome);
  else await tell(context, connectionId, welcome);

  const { channel } = await openChannel(context, claim.session);
  const session = await sessions.get(id, environment.now());
  if (session?.channelName !== channel.name) {
    // Ended while KVS was at work: the channel is nobody's.
    await retireSoon(context, id, channel.name);
    throw notHost();
  }
  if (session.hostConnectionId !== connectionId || !session.macKey) return;
  const channels = [{ channelArn: channel.arn, ...channel.master }];
  await tell(context, connectionId, { type: "channels", channels, macKey: session.macKey });
  await tellListeners(context, session);
}

/** `mastering`: the host's master socket is open, so the session is live. */
export async function mastering(
  context: Context,
  connectionId: string,
  sessionId: string,
  { channelArn }: Message<"mastering">,
): Promise<void> {
  const now = context.environment.now();
  const current = await context.sessions.get(sessionId, now);
  const channel = current?.channelName ? await context.channels.get(sessionId, current.channelName) : null;
  if (channel?.arn !== channelArn) throw notHost();
  const { session, changed } = await context.sessions.change(
    sessionId,
    now,
    ({ status, hostConnectionId, channelName }) => {
      if (hostConnectionId !== connectionId || channelName !== channel.name) throw notHost();
      const next = transition(status, "mastering");
      if (!next || next === status) return { change: {} };
      return {
        change: { status: next, liveAt: now },
        condition: "#hostConnectionId = :host AND #channelName = :channel",
        values: { host: connectionId, channel: channel.name },
      };
    },
  );
  if (changed) await tellAll(context, sessionId, snapshot(session, now));
  else await tell(context, connectionId, snapshot(session, now));
}

/** `gone`: a viewer the host no longer has, or never admitted. Only a ClientId of ours frees a seat. */
export async function gone(
  context: Context,
  connectionId: string,
  sessionId: string,
  { clientId, reason }: Message<"gone">,
): Promise<void> {
  const session = await context.sessions.get(sessionId, context.environment.now());
  if (session?.hostConnectionId !== connectionId) throw notHost();
  // Counted by the deployment: strangers who take a channel's places show here and nowhere else.
  if (reason !== "left") console.info(JSON.stringify({ level: "info", event: "peer-gone", reason }));
  const found = await seatOfClientId(context, session, clientId);
  if (!found || !(await context.seats.free(sessionId, found.reference))) return;
  const holder = await context.connections.find(found.connectionId);
  if (holder?.seat?.seatId === found.reference.seatId) {
    await context.connections.setSeat(found.connectionId, null);
    await tell(context, found.connectionId, {
      type: "error",
      code: "seat-lost",
      message: "The speaker's page lost you.",
    });
  }
  await listenersChanged(context, sessionId);
}
