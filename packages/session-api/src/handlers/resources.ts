import { createVerifyAccessToken, type VerifyAccessToken } from "./access-token.ts";
import type { HandlersEnvironment } from "./environment.ts";
import { createSignalingChannels, type SignalingChannels } from "./signaling-channels.ts";
import { createSockets, type Sockets } from "./sockets.ts";
import { type Channels, createChannels } from "./store/channels.ts";
import { type Connections, createConnections } from "./store/connections.ts";
import { createHosts, type Hosts } from "./store/hosts.ts";
import { createSeats, type Seats } from "./store/seats.ts";
import { createSessions, type Sessions } from "./store/sessions.ts";
import { createTable } from "./store/table.ts";

/** Everything of AWS that handlers use: what is stored in the table, KVS's channels, the browsers' sockets, the pool's keys. */
export interface Resources {
  environment: HandlersEnvironment;
  sessions: Sessions;
  hosts: Hosts;
  channels: Channels;
  seats: Seats;
  connections: Connections;
  signalingChannels: SignalingChannels;
  sockets: Sockets;
  verifyAccessToken: VerifyAccessToken;
}

export function createResources(environment: HandlersEnvironment): Resources {
  const table = createTable(environment.dynamodb, environment.tableName);
  return {
    environment,
    sessions: createSessions(table),
    hosts: createHosts(table),
    channels: createChannels(table),
    seats: createSeats(table),
    connections: createConnections(table),
    signalingChannels: createSignalingChannels(environment),
    sockets: createSockets(environment.connections(environment.webSocketEndpoint)),
    verifyAccessToken: createVerifyAccessToken(environment),
  };
}
