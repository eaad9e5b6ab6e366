import type { Settings } from "../settings.ts";

/** One entry of IceServerList, as GetIceServerConfig returns it. */
export interface IceServer {
  Uris: readonly string[];
  Username: string;
  Password: string;
  /** Seconds. */
  Ttl: number;
}

export interface Turn {
  kind: "coturn" | "none";
  /** Of its certificate's public key, base64; null without a TURN server. */
  spkiSha256: string | null;
  /** Fresh credentials of this channel; empty without a TURN server. */
  iceServers(channelArn: string, transports: Settings["turnTransports"]): readonly IceServer[];
  /** How many relay allocations live now; null when there is no way to know. */
  liveAllocations(): Promise<number | null>;
  /** Every allocation ends, as when relays fail; new ones are given at once. How many there were. */
  endAllocations(): Promise<number>;
  close(): Promise<void>;
}

/** A laptop without coturn: peers must find a direct path. */
export const noTurn: Turn = {
  kind: "none",
  spkiSha256: null,
  iceServers: () => [],
  liveAllocations: async () => null,
  endAllocations: async () => 0,
  close: async () => {},
};
