import { request } from "node:http";
import { Agent } from "node:https";
import { connect } from "node:tls";

/** What a client is given that reaches everything by a proxy, and trusts this authority. */
export function proxyAgent(port: number, ca: string): Agent {
  const agent = new Agent();
  agent.createConnection = ({ host, port: to }, done) => {
    const asked = request({ host: "127.0.0.1", port, method: "CONNECT", path: `${host}:${to}` });
    asked.once("connect", ({ statusCode, statusMessage }, socket) => {
      if (statusCode === 200)
        return done?.(null, connect({ socket, ca, servername: host ?? "", ALPNProtocols: ["http/1.1"] }));
      socket.destroy();
      done?.(new Error(statusMessage), socket);
    });
    asked.once("error", (error) => done?.(error, null as never));
    asked.end();
    return undefined;
  };
  return agent;
}
