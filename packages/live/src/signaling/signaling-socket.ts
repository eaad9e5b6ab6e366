/** What KVS signaling is to the rest of this package. kvs-socket.ts gives it through AWS's SDK; nothing else knows that SDK. */

export interface SignalingEvents {
  /** Master only. */
  onOffer?(sdp: string, clientId: string): void;
  /** Viewer only. */
  onAnswer?(sdp: string): void;
  /** `clientId` is null when it came from the master. It may overtake the offer or answer it belongs to. */
  onCandidate(candidate: RTCIceCandidateInit, clientId: string | null): void;
  /** KVS will close this socket within a minute: open another (reference §2.4). */
  onGoAway?(): void;
  /** KVS asks for new TURN servers and an ICE restart (reference §2.4). */
  onReconnectIceServer?(): void;
}

/** One open socket. Sends are paced under KVS's quotas per socket and dropped, silently, once it is closed. */
export interface SignalingSocket {
  sendOffer(sdp: string): void;
  sendAnswer(sdp: string, clientId: string): void;
  /** `clientId`: to that viewer, by the master; null: to the master. */
  sendCandidate(candidate: RTCIceCandidateInit, clientId: string | null): void;
  close(): void;
  /** Resolves once it is closed, by whoever. KVS gives no reason. */
  closed: Promise<void>;
}

export interface SignalingAddress {
  channelArn: string;
  wssEndpoint: string;
  region: string;
  /** The viewer's; null opens the socket as master. Which of the two KVS sees follows from the endpoint as well. */
  clientId: string | null;
}
