import type { SessionFunctions } from "./api-gateway/session-functions.ts";

export interface LocalAwsOptions {
  /** Default 9700; 0 = any free port. */
  port?: number;
  /** Accounts, keys and the table survive restarts there. Default: in memory only. */
  dataDirectory?: string;
  /** What links begin with. Default http://localhost:5174. */
  listenerUrl?: string;
  /** Where the speaker's page is: managed login sends people back there. Default http://localhost:5173. */
  speakerUrl?: string;
  /** "auto" (default): coturn where it is installed. */
  turn?: "auto" | "off";
  /**
   * Other devices may come too: `url` is the origin they know, at which something hands on requests with their Host, and
   * `address` this machine's own among them, for TURN. Default: this machine alone.
   */
  network?: { url: string; address: string };
  /**
   * AWS's host names behind TLS on this port of 127.0.0.1, as a proxy and by themselves; 0 = any free port. Endpoints of
   * channels are told by those names to who asked by one. Default: none.
   */
  tlsPort?: number;
  /** "aws": endpoints of channels have AWS's names whoever asks, for pages built for AWS. Default "local". */
  hosts?: "local" | "aws";
  /** The session API's functions as they are deployed, each invocation a cold start; default: its handlers, in this process. */
  functions?: SessionFunctions;
}
