import { WebSocketServer } from "ws";
import type { MovableClock } from "../clock.ts";
import { jsonResponse } from "../http/json.ts";
import { AwsError, type ClosableService, type Upgrade } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { Channel, Channels } from "../kinesis-video/channels.ts";
import { limitExceeded } from "../kinesis-video/operation.ts";
import { createQuota } from "../rate-limit.ts";
import type { RefusalCounts } from "../refusal-counts.ts";
import type { Settings } from "../settings.ts";
import type { Turn } from "../turn/turn.ts";
import { type Admission, admit, upgradeError } from "./admission.ts";
import { getIceServerConfig } from "./ice-server-config.ts";
import { receive } from "./receive.ts";
import { createRoom, type Room } from "./room.ts";
import { createSignalingSocket, type SignalingSocket } from "./socket.ts";

const CONNECTS_PER_SECOND = 3;
/** Nothing valid comes near it: a payload is at most 10k. */
const MAX_MESSAGE_BYTES = 128 * 1024;

export interface Signaling {
  service: ClosableService;
  /** Every open socket, displaced ones included. */
  sockets(): readonly SignalingSocket[];
  /** How many messages wait for a master, in all channels. */
  heldMessages(): number;
}

interface Dependencies {
  clock: MovableClock;
  channels: Channels;
  authenticator: Authenticator;
  settings: Settings;
  turn: Turn;
  refusals: RefusalCounts;
}

/** The data plane: master and viewer sockets, and GetIceServerConfig. */
export function createSignaling(dependencies: Dependencies): Signaling {
  const { clock, channels, settings, refusals } = dependencies;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, clientTracking: false });
  const sockets = new Set<SignalingSocket>();
  const rooms = new Map<string, Room>();
  const countConnect = {
    MASTER: createQuota(clock, CONNECTS_PER_SECOND, (channel) => limitExceeded("ConnectAsMaster", channel)),
    VIEWER: createQuota(clock, CONNECTS_PER_SECOND, (channel) => limitExceeded("ConnectAsViewer", channel)),
  };
  const iceServerConfig = getIceServerConfig({
    ...dependencies,
    // The newest: it is the one that counts.
    connectedSince: (channelArn, clientId) =>
      [...sockets].findLast((socket) => socket.channelArn === channelArn && socket.clientId === clientId)?.connectedAt,
  });

  const roomOf = (channel: Channel): Room => {
    const room = rooms.get(channel.arn) ?? createRoom({ channel, clock, settings, refusals });
    rooms.set(channel.arn, room);
    return room;
  };
  channels.onGone(({ arn }) => {
    rooms.delete(arn);
    for (const socket of sockets) if (socket.channelArn === arn) socket.close(1001);
  });

  const open = ({ channel, clientId }: Admission, { incoming, socket: raw, head }: Upgrade) =>
    server.handleUpgrade(incoming, raw, head, (webSocket) => {
      const room = roomOf(channel);
      const socket: SignalingSocket = createSignalingSocket({
        clock,
        webSocket,
        identity: { role: clientId === null ? "MASTER" : "VIEWER", channelArn: channel.arn, clientId },
        onFrame: (text) => onFrame(text),
        onTooLarge: () => refusals.count("signaling:message-too-large"),
        onClose() {
          sockets.delete(socket);
          room.leave(socket);
        },
      });
      const onFrame = receive({ clock, refusals, room, socket });
      sockets.add(socket);
      room.enter(socket);
    });

  const upgrade = (role: "MASTER" | "VIEWER") => (request: Upgrade) => {
    try {
      const admission = admit(dependencies, role, request.request);
      const { channel, clientId } = admission;
      countConnect[role](channel.arn);
      if (clientId !== null && !roomOf(channel).hasPlaceFor(clientId)) {
        throw new AwsError("ClientLimitExceededException", "The channel has its most viewers.");
      }
      open(admission, request);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      request.refuse(upgradeError(error));
    }
  };

  return {
    sockets: () => [...sockets],
    heldMessages: () => [...rooms.values()].reduce((sum, room) => sum + room.heldMessages(), 0),
    service: {
      name: "signaling",
      protocol: "rest-json",
      claims: ({ path }) => /^\/r\/[^/]+\/v1\/get-ice-server-config$/.test(path),
      handle: async (request) => jsonResponse(iceServerConfig(request)),
      upgrades: { "/m/": upgrade("MASTER"), "/v/": upgrade("VIEWER") },
      async close() {
        for (const socket of sockets) socket.cut();
      },
    },
  };
}
