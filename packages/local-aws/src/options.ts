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
   * What endpoints of channels are called: "local" (default) by this port, "aws" by AWS's host names, for pages built for
   * AWS in a browser that is told to find those hosts here, TLS taken off on the way.
   */
  hosts?: "local" | "aws";
  /** The session API's functions as they are deployed, each invocation a cold start; default: its handlers, in this process. */
  functions?: SessionFunctions;
}
