import type { Channels } from "../kinesis-video/channels.ts";
import type { Turn } from "../turn/turn.ts";
import type { FaultTargets } from "./faults.ts";
import type { Refusals } from "./refusals.ts";

export interface StateSources extends Pick<FaultTargets, "signaling" | "webSockets"> {
  channels: Channels;
  turn: Turn;
  refusals: Refusals;
}

/** What `GET /_local/state` shows. All times epoch ms. */
export const readState = async ({ channels, signaling, webSockets, turn, refusals }: StateSources, now: number) => ({
  now,
  channels: channels.list().map(({ name, arn, status, createdAt }) => ({ name, arn, status, createdAt })),
  sockets: {
    signaling: signaling().map(({ role, channelArn, clientId, connectedAt }) => ({
      role: role.toLowerCase(),
      channelArn,
      clientId,
      connectedAt,
    })),
    websocket: webSockets().map(({ id, connectedAt }) => ({ connectionId: id, connectedAt })),
  },
  turn: turn.kind,
  /** What a browser must trust to use `turns:`; null without a TURN server. */
  turnSpkiSha256: turn.spkiSha256,
  /** Live TURN allocations; null when there is no TURN server to ask. */
  allocations: await turn.liveAllocations(),
  refusals: refusals.byReason(),
});
