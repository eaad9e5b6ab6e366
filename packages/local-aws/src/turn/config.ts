import { join } from "node:path";

/** AWS's limit of allocations per channel. coturn counts by the part of the username after the colon: the channel. */
const ALLOCATIONS_PER_CHANNEL = 50;

/** `directory` holds certificate and key, and takes what coturn writes. */
export const coturnConfig = ({
  address,
  port,
  secret,
  directory,
}: {
  address: string;
  port: number;
  secret: string;
  directory: string;
}): string =>
  [
    `listening-port=${port}`,
    // Or it would open another for TLS.
    `tls-listening-port=${port}`,
    `listening-ip=${address}`,
    `relay-ip=${address}`,
    // Both ends of a call may be relayed by this one server, so its peers may be its own loopback addresses.
    ...(address.startsWith("127.") ? ["allow-loopback-peers"] : []),
    "use-auth-secret",
    `static-auth-secret=${secret}`,
    "realm=lectern.local",
    "fingerprint",
    `user-quota=${ALLOCATIONS_PER_CHANNEL}`,
    `cert=${join(directory, "certificate.pem")}`,
    `pkey=${join(directory, "key.pem")}`,
    "no-cli",
    "no-multicast-peers",
    "no-rfc5780",
    // One relay thread is plenty here; the default is one a core.
    "relay-threads=1",
    // Session lines are how allocations are followed; printed, not filed, so that nothing grows.
    "verbose",
    "log-file=stdout",
    "simple-log",
    `pidfile=${join(directory, "turnserver.pid")}`,
    `userdb=${join(directory, "turndb")}`,
    "",
  ].join("\n");
