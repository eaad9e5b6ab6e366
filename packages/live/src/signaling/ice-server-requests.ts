import { LiveError } from "../errors.ts";
import type { IceServerConfigRequest } from "./ice-servers.ts";
import type { Signer } from "./signer.ts";

/** GetIceServerConfig with nothing but fetch and our signer: an AWS SDK client would cost the listener's page 45 kB. */
export function createIceServerConfigFetch(options: {
  httpsEndpoint: string;
  channelArn: string;
  clientId: () => string;
  signer: Signer;
  fetch: typeof fetch;
}): IceServerConfigRequest {
  const { httpsEndpoint, channelArn, clientId, signer } = options;
  const url = `${httpsEndpoint.replace(/\/+$/, "")}/v1/get-ice-server-config`;
  return async () => {
    const body = JSON.stringify({ ChannelARN: channelArn, ClientId: clientId(), Service: "TURN" });
    const headers = await signer.signPost(url, body);
    let response: Response;
    let text: string;
    try {
      response = await options.fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(10_000) });
      text = await response.text();
    } catch (cause) {
      throw new LiveError("network", "GetIceServerConfig got no answer", { cause });
    }
    if (!response.ok) throw refusal(response.status, text.slice(0, 300));
    try {
      return JSON.parse(text);
    } catch {
      throw new LiveError("bad-response", "GetIceServerConfig's answer is not JSON");
    }
  };
}

/** What a refused KVS request means for us. `detail` is AWS's own message: no secret is in it. */
export function refusal(status: number | undefined, detail: string, cause?: unknown): LiveError {
  if (status === undefined) return new LiveError("network", detail, { cause });
  if (/ClientLimitExceeded|Throttl|TooManyRequests/i.test(detail) || status === 429)
    return new LiveError("throttled", detail, { cause });
  return new LiveError(status >= 500 ? "network" : "signaling-refused", `${status} ${detail}`, { cause });
}
