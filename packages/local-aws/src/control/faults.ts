import * as v from "valibot";
import type { Connection } from "../api-gateway/connection.ts";
import type { SignalingSocket } from "../signaling/socket.ts";
import type { Turn } from "../turn/turn.ts";
import { type AnswerFaults, answerFaultSchema } from "./answer-faults.ts";

/** Which signaling sockets; every member absent: all. */
const whereEntries = {
  role: v.optional(v.picklist(["master", "viewer"])),
  channelArn: v.optional(v.string()),
  clientId: v.optional(v.string()),
};

export const faultSchema = v.variant("fault", [
  /** Ends sockets: with a close frame of this code, or, without one, cut as when a network fails. */
  v.strictObject({
    fault: v.literal("closeSockets"),
    service: v.optional(v.picklist(["signaling", "websocket"])),
    code: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(4999))),
    ...whereEntries,
  }),
  /** GO_AWAY now, the close a minute of the clock later. */
  v.strictObject({ fault: v.literal("goAway"), ...whereEntries }),
  /** RECONNECT_ICE_SERVER. */
  v.strictObject({ fault: v.literal("reconnectIceServer"), ...whereEntries }),
  /** Every TURN allocation ends now. */
  v.strictObject({ fault: v.literal("relayGone") }),
  /** As `kill -9` and, after so long, a new start: what was only in memory is lost, the clock goes on. */
  v.strictObject({
    fault: v.literal("restart"),
    downMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000)), 0),
  }),
  answerFaultSchema,
  /** Ends every "answer" fault. */
  v.strictObject({ fault: v.literal("clear") }),
]);

export type Fault = v.InferOutput<typeof faultSchema>;
type SocketFault = Extract<Fault, { fault: "goAway" | "reconnectIceServer" | "closeSockets" }>;

export interface FaultTargets {
  signaling(): readonly SignalingSocket[];
  webSockets(): readonly Connection[];
  turn: Turn;
  answerFaults: AnswerFaults;
  restart(downMs: number): void;
}

type Where = Pick<SocketFault, "role" | "channelArn" | "clientId">;

const matches = (socket: SignalingSocket, { role, channelArn, clientId }: Where): boolean =>
  (role === undefined || socket.role.toLowerCase() === role) &&
  (channelArn === undefined || socket.channelArn === channelArn) &&
  (clientId === undefined || socket.clientId === clientId);

/** Injects the fault; returns how many sockets, or allocations, it ended or told. */
export async function inject(fault: Fault, targets: FaultTargets): Promise<number> {
  switch (fault.fault) {
    case "relayGone":
      return targets.turn.endAllocations();
    case "restart":
      targets.restart(fault.downMs);
      return 0;
    case "answer":
      targets.answerFaults.add(fault);
      return 0;
    case "clear":
      targets.answerFaults.clear();
      return 0;
    default:
      return disturb(fault, targets);
  }
}

function disturb(fault: SocketFault, targets: FaultTargets): number {
  const signaling = targets.signaling().filter((socket) => matches(socket, fault));
  switch (fault.fault) {
    case "goAway":
      for (const socket of signaling) socket.goAway();
      return signaling.length;
    case "reconnectIceServer":
      for (const socket of signaling) socket.send({ messageType: "RECONNECT_ICE_SERVER" });
      return signaling.length;
    case "closeSockets": {
      // A condition on signaling sockets leaves those of the session API alone.
      const conditional = fault.role ?? fault.channelArn ?? fault.clientId;
      const all: readonly (SignalingSocket | Connection)[] = [
        ...(fault.service === "websocket" ? [] : signaling),
        ...(fault.service === "signaling" || conditional !== undefined ? [] : targets.webSockets()),
      ];
      for (const socket of all) {
        if (fault.code === undefined) socket.cut();
        else socket.close(fault.code, "");
      }
      return all.length;
    }
  }
}
