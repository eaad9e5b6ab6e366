import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** A port of this address that was free for TCP and UDP a moment ago. */
export async function freePort(address: string): Promise<number> {
  for (;;) {
    const server = createServer().listen(0, address);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const socket = createSocket("udp4");
    try {
      socket.bind(port, address);
      await once(socket, "listening");
      return port;
    } catch {
      // Taken for UDP: try another.
    } finally {
      server.close();
      socket.close();
    }
  }
}
