import { type IncomingMessage, request } from "node:http";

export interface RawRequest {
  method: string;
  /** As it goes over the wire, query included. */
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface RawAnswer {
  status: number;
  headers: IncomingMessage["headers"];
  body: string;
}

/** A path or a header without what HTTP has no way to say, and no longer than Node's own server hands on. */
const sayable = (text: string, unsayable: RegExp): string => text.replace(unsayable, "").slice(0, 3000);

/** One request, asked as it is, which `fetch` would not. "upgraded": another protocol was agreed on, and the socket ended. */
export function ask(url: string, { method, path, headers, body = "" }: RawRequest): Promise<RawAnswer | "upgraded"> {
  const { hostname, port } = new URL(url);
  const said = Object.entries(headers).map(([name, value]) => [
    sayable(name, /[^\w!#$%&'*+.^`|~-]/g) || "x",
    sayable(value, /[^\t\x20-\x7e\x80-\xff]/g),
  ]);
  return new Promise((resolve, reject) => {
    const asked = request({
      hostname,
      port,
      method,
      path: `/${sayable(path, /[^\x21-\x7e]/g).replace(/^\//, "")}`,
      headers: { ...Object.fromEntries(said), "content-length": Buffer.byteLength(body) },
    });
    asked.on("error", reject);
    asked.on("upgrade", (_, socket) => {
      socket.destroy();
      resolve("upgraded");
    });
    asked.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      response.on("error", reject);
    });
    asked.end(body);
  });
}
