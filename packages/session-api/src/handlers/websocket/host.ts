import type { ClientMessage } from "../../contract/index.ts";
import { deleteChannelOrLater } from "../delete-channel.ts";
import { notify, notifyAll, notifyHostOfListeners, notifyHostOfListenersSoon, snapshot } from "../notify.ts";
import { speakerOf } from "../pre-token-generation.ts";
import { errorMessage, refuse } from "../refusals.ts";
import type { Resources } from "../resources.ts";
import { transition } from "../session-status.ts";
import type { ChannelItem } from "../store/channels.ts";
import type { SessionItem } from "../store/session-item.ts";
import { enterSession } from "./enter-session.ts";
import { isOnAir, seatOfClientId } from "./seat.ts";

type Message<Action extends ClientMessage["action"]> = Extract<ClientMessage, { action: Action }>;

const channelPrefix = (resources: Resources, owner: string): string =>
  `lectern-${resources.environment.environmentName}-${speakerOf(owner)}-`;

/** The session's channel, created if KVS does not have it, with the endpoints it has now: those stored may be of another day. */
async function openChannel(resources: Resources, session: SessionItem): Promise<ChannelItem> {
  const { channels, signalingChannels, hosts, environment } = resources;
  const { id, channelName } = session;
  if (!channelName) throw refuse("not-host");
  const known = await channels.get(id, channelName);
  if (known) {
    const endpoints = await signalingChannels.findEndpoints(known.arn);
    if (endpoints) return channels.open(id, { ...known, ...endpoints });
    // Somebody else deleted the channel, so everyone moves to a new one.
    const replaced = await hosts.replaceChannel(session, channelPrefix(resources, session.owner));
    const current = replaced ?? (await resources.sessions.get(id, environment.now()));
    if (!current || current.channelName === channelName) throw refuse("not-host");
    await channels.forget(id, channelName);
    return openChannel(resources, current);
  }
  await channels.register(channelName, id, environment.now());
  return channels.open(id, await signalingChannels.open(channelName));
}

/** `host`: makes the connection the session's host and sends it the session's channels, created now if there are none. */
export async function host(
  resources: Resources,
  connectionId: string,
  { token, code, takeOver = false, hostSecret }: Message<"host">,
): Promise<void> {
  const { sessions, hosts, environment } = resources;
  const owner = await resources.verifyAccessToken(token);
  const { id } = await sessions.findOwn(code, owner, environment.now());

  const prefix = channelPrefix(resources, owner);
  const now = environment.now();
  const claim = await hosts.claim(
    { sessionId: id, owner, connectionId, hostSecret, takeOver, channelPrefix: prefix },
    now,
  );
  if (!claim) throw refuse("already-hosted");
  await enterSession(resources, connectionId, id, "host");
  await sessions.touch(claim.before, now);

  const { hostConnectionId: displaced, hostSecret: displacedSecret } = claim.before;
  const isAnotherPage = !hostSecret || displacedSecret !== hostSecret;
  if (displaced && displaced !== connectionId && isAnotherPage)
    await notify(resources, displaced, { type: "displaced" });
  const message = snapshot(claim.session, now);
  // On air, listeners have been waiting for the host to come back.
  if (isOnAir(claim.session)) await notifyAll(resources, id, message);
  else await notify(resources, connectionId, message);

  const channel = await openChannel(resources, claim.session);
  const session = await sessions.get(id, environment.now());
  if (session?.channelName !== channel.name) {
    // The session ended while KVS created the channel.
    await deleteChannelOrLater(resources, id, channel.name);
    throw refuse("not-host");
  }
  if (session.hostConnectionId !== connectionId || !session.macKey) return;
  const channels = [{ channelArn: channel.arn, ...channel.master }];
  await notify(resources, connectionId, { type: "channels", channels, macKey: session.macKey });
  await notifyHostOfListeners(resources, session);
}

/** `mastering`: the host's page is connected to the channel as master, so the session is live. */
export async function mastering(
  resources: Resources,
  connectionId: string,
  sessionId: string,
  { channelArn }: Message<"mastering">,
): Promise<void> {
  const now = resources.environment.now();
  const current = await resources.sessions.get(sessionId, now);
  const channel = current?.channelName ? await resources.channels.get(sessionId, current.channelName) : null;
  if (channel?.arn !== channelArn) throw refuse("not-host");
  const { session, changed } = await resources.sessions.change(
    sessionId,
    now,
    ({ status, hostConnectionId, channelName }) => {
      if (hostConnectionId !== connectionId || channelName !== channel.name) throw refuse("not-host");
      const next = transition(status, "mastering");
      if (!next || next === status) return { change: {} };
      return {
        change: { status: next, liveAt: now },
        condition: "#hostConnectionId = :host AND #channelName = :channel",
        values: { host: connectionId, channel: channel.name },
      };
    },
  );
  if (changed) await notifyAll(resources, sessionId, snapshot(session, now));
  else await notify(resources, connectionId, snapshot(session, now));
}

/** `gone`: the host's page has lost, or refused, the peer of this ClientId. Frees the seat the ClientId was issued for, if any. */
export async function gone(
  resources: Resources,
  connectionId: string,
  sessionId: string,
  { clientId, reason }: Message<"gone">,
): Promise<void> {
  const session = await resources.sessions.get(sessionId, resources.environment.now());
  if (session?.hostConnectionId !== connectionId) throw refuse("not-host");
  // A metric counts these lines: nothing else shows that strangers take a channel's places.
  if (reason !== "left") console.info(JSON.stringify({ level: "info", event: "peer-gone", reason }));
  const found = await seatOfClientId(resources, session, clientId);
  if (!found || !(await resources.seats.free(sessionId, found.reference))) return;
  const holder = await resources.connections.find(found.connectionId);
  if (holder?.seat?.seatId === found.reference.seatId) {
    await resources.connections.setSeat(found.connectionId, null);
    await notify(resources, found.connectionId, errorMessage("seat-lost", "The speaker's page lost you."));
  }
  await notifyHostOfListenersSoon(resources, sessionId);
}
