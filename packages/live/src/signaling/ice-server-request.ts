import { parseJson } from "@lectern/primitives";
import { LiveError } from "../errors.ts";
import type { IceServerConfigRequest } from "./ice-servers.ts";
import type { Signer } from "./signer.ts";

const TIMEOUT_MS = 10_000;

/** GetIceServerConfig with nothing but fetch and our signer: AWS's client for it weighs 45 kB. */
export function createIceServerConfigRequest(options: {
  httpsEndpoint: string;
  channelArn: string;
  /** A viewer's; the master asks without one. */
  clientId?: () => string;
  signer: Signer;
  fetch: typeof fetch;
}): IceServerConfigRequest {
  const { httpsEndpoint, channelArn, clientId, signer } = options;
  const url = `${httpsEndpoint.replace(/\/+$/, "")}/v1/get-ice-server-config`;
  return async () => {
    const body = JSON.stringify({ ChannelARN: channelArn, ClientId: clientId?.(), Service: "TURN" });
    const headers = await signer.signPost(url, body);
    let response: Response;
    let text: string;
    try {
      response = await options.fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
      text = await response.text();
    } catch (cause) {
      throw new LiveError("network", "GetIceServerConfig got no answer", { cause });
    }
    if (!response.ok) {
      // REST-JSON says the error's type in the header; some of AWS's front ends in the body's `__type`.
      const type = response.headers.get("x-amzn-errortype") ?? "";
      throw refusal(response.status, `${type} ${text.slice(0, 300)}`);
    }
    const answer = parseJson(text);
    if (answer === undefined) throw new LiveError("bad-response", "GetIceServerConfig's answer is not JSON");
    return answer;
  };
}

/** What a refused KVS request means for us. `detail` is AWS's own message: no secret is in it. */
function refusal(status: number, detail: string): LiveError {
  if (/ClientLimitExceeded|Throttl|TooManyRequests|Limit exceeded/i.test(detail) || status === 429)
    return new LiveError("throttled", detail);
  return new LiveError(status >= 500 ? "network" : "signaling-refused", `${status} ${detail}`);
}
