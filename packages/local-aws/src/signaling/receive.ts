import type { Clock } from "../http/service.ts";
import { createRateLimit } from "../rate-limit.ts";
import type { RefusalCounts } from "../refusal-counts.ts";
import { type Message, parseFrame, statusResponse } from "./messages.ts";
import type { Room } from "./room.ts";
import type { SignalingSocket } from "./socket.ts";

const SDP_PER_SECOND = 5;
const CANDIDATES_PER_SECOND = 20;

interface Dependencies {
  clock: Clock;
  refusals: RefusalCounts;
  room: Room;
  socket: SignalingSocket;
}

/** What is done with each frame of one socket. The message quotas are per socket. */
export function receive({ clock, refusals, room, socket }: Dependencies): (text: string) => void {
  const sdp = createRateLimit(clock, SDP_PER_SECOND);
  const candidates = createRateLimit(clock, CANDIDATES_PER_SECOND);

  const refuse = (correlationId: string | undefined, errorType: string, description: string) => {
    refusals.count(`signaling:${errorType}`);
    if (correlationId !== undefined) socket.send(statusResponse(correlationId, errorType, description));
  };

  const route = (message: Message, correlationId: string | undefined) => {
    if (socket.clientId !== null) {
      // A viewer's recipientClientId is ignored: what viewers send goes to the master.
      if (!room.toMaster(message, socket.clientId)) refusals.count("signaling:lost-before-master");
    } else if (message.recipientClientId === undefined) {
      refuse(correlationId, "InvalidArgumentException", "recipientClientId is required for a master.");
    } else if (!room.toViewer(message, message.recipientClientId)) {
      refusals.count("signaling:recipient-not-connected");
    }
  };

  return (text) => {
    const frame = parseFrame(text);
    if (frame.kind === "malformed") return refusals.count("signaling:malformed-frame");
    const { correlationId } = frame;
    if (frame.kind === "invalid") return refuse(correlationId, "InvalidArgumentException", frame.problem);
    const limit = frame.message.type === "ICE_CANDIDATE" ? candidates : sdp;
    if (!limit.take("")) {
      return refuse(correlationId, "ClientLimitExceededException", "Messages are sent faster than allowed.");
    }
    route(frame.message, correlationId);
  };
}
