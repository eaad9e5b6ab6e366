import type { MovableClock } from "../clock.ts";
import type { Identities } from "../cognito-identity/identities.ts";
import type { CredentialStore } from "../iam/credential-store.ts";
import type { Channels } from "../kinesis-video/channels.ts";
import type { RefusalCounts } from "../refusal-counts.ts";
import type { Turn } from "../turn/turn.ts";
import type { FaultTargets } from "./faults.ts";

export interface StateSources extends Pick<FaultTargets, "signaling" | "webSockets"> {
  clock: MovableClock;
  channels: Channels;
  credentials: CredentialStore;
  identities: Identities;
  /** How many messages wait for a master. */
  heldMessages(): number;
  turn: Turn;
  refusals: RefusalCounts;
}

/** What `GET /_local/state` shows. All times epoch ms. */
export const readState = async (sources: StateSources) => ({
  now: sources.clock.now(),
  channels: sources.channels.list().map(({ name, arn, status, createdAt }) => ({ name, arn, status, createdAt })),
  sockets: {
    signaling: sources.signaling().map(({ role, channelArn, clientId, connectedAt }) => ({
      role: role.toLowerCase(),
      channelArn,
      clientId,
      connectedAt,
    })),
    websocket: sources.webSockets().map(({ id, connectedAt }) => ({ connectionId: id, connectedAt })),
  },
  turn: sources.turn.kind,
  /** What a browser must trust to use `turns:`; null without a TURN server. */
  turnSpkiSha256: sources.turn.spkiSha256,
  /** Live TURN allocations; null when there is no TURN server to ask. */
  allocations: await sources.turn.liveAllocations(),
  refusals: sources.refusals.byReason(),
  /** How many of each are held. Once everybody who joined has left, and some time has passed, as many as before: more is a leak. */
  kept: {
    credentials: sources.credentials.size(),
    identities: sources.identities.size(),
    heldMessages: sources.heldMessages(),
    timers: sources.clock.timers(),
  },
});
