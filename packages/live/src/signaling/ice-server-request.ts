import { abortAfter, awsErrorType, isThrottlingType, parseJson } from "@lectern/primitives";
import * as v from "valibot";
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
    const { signal, cancel } = abortAfter(TIMEOUT_MS);
    let response: Response;
    let text: string;
    try {
      response = await options.fetch(url, { method: "POST", headers, body, signal });
      text = await response.text();
    } catch (cause) {
      throw new LiveError("network", "GetIceServerConfig got no answer", { cause });
    } finally {
      cancel();
    }
    if (!response.ok) {
      throw refusal(response.status, response.headers.get("x-amzn-errortype"), text);
    }
    const answer = parseJson(text);
    if (answer === undefined) throw new LiveError("bad-response", "GetIceServerConfig's answer is not JSON");
    return answer;
  };
}

const refusalSchema = v.object({
  __type: v.optional(v.string()),
  message: v.optional(v.string()),
  Message: v.optional(v.string(), ""),
});

/**
 * What a refused KVS request means for us. REST-JSON says the error's type in a header, some of AWS's front ends in the
 * body; where a page may not read the header, KVS's words are left. No secret is in them.
 */
function refusal(status: number, errorType: string | null, text: string): LiveError {
  const body = v.safeParse(refusalSchema, parseJson(text));
  const { __type, message, Message } = body.success ? body.output : { Message: "" };
  const type = awsErrorType(errorType, __type);
  const words = (message ?? Message).slice(0, 300);
  const detail = `${type} ${words}`;
  if (status === 429 || isThrottlingType(type) || /^Limit exceeded on number of requests/i.test(words))
    return new LiveError("throttled", detail);
  return new LiveError(status >= 500 ? "network" : "signaling-refused", `${status} ${detail}`);
}
