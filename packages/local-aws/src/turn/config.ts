import { join } from "node:path";

/** AWS's limit of allocations per channel. coturn counts by the part of the username after the colon: the channel. */
const ALLOCATIONS_PER_CHANNEL = 50;

export const coturnConfig = ({
  port,
  secret,
  directory,
  logFile,
}: {
  port: number;
  secret: string;
  directory: string;
  logFile: string;
}): string =>
  [
    `listening-port=${port}`,
    "listening-ip=127.0.0.1",
    "relay-ip=127.0.0.1",
    // Both ends of a call are relayed by this one server, so its peers are its own loopback addresses.
    "allow-loopback-peers",
    "use-auth-secret",
    `static-auth-secret=${secret}`,
    "realm=lectern.local",
    "fingerprint",
    `user-quota=${ALLOCATIONS_PER_CHANNEL}`,
    "no-tls",
    "no-dtls",
    "no-cli",
    "no-multicast-peers",
    "no-rfc5780",
    // One relay thread is plenty here; the default is one a core.
    "relay-threads=1",
    // Session lines are how live allocations are counted.
    "verbose",
    `log-file=${logFile}`,
    "simple-log",
    "no-stdout-log",
    `pidfile=${join(directory, "turnserver.pid")}`,
    `userdb=${join(directory, "turndb")}`,
    "",
  ].join("\n");
