import { awsErrorType, parseJson } from "@lectern/primitives";
import * as v from "valibot";
import { post, type Refusal } from "./aws-post.ts";
import { parseAnswer } from "./parse-answer.ts";

const refusalSchema = v.object({
  __type: v.optional(v.string(), ""),
  message: v.optional(v.string()),
  Message: v.optional(v.string(), ""),
});

/**
 * One unsigned call of the JSON 1.1 protocol; source: reference/aws.md §5 and §6.
 *
 * @param target - `Service.Operation`
 * @throws AuthError `network`; `unavailable` when the answer does not fit `schema`
 */
export async function callJson<const S extends v.GenericSchema>(
  send: typeof fetch,
  url: string,
  target: string,
  input: object,
  schema: S,
): Promise<{ output: v.InferOutput<S>; refusal?: never } | { output?: never; refusal: Refusal }> {
  const headers = { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": target };
  const { ok, status, text, errorType } = await post(send, url, headers, JSON.stringify(input));
  const body = parseJson(text);
  if (!ok) return { refusal: refusalOf(body, status, errorType) };
  return { output: parseAnswer(schema, body, target) };
}

function refusalOf(body: unknown, status: number, errorType: string | null): Refusal {
  const parsed = v.safeParse(refusalSchema, body);
  if (!parsed.success) return { type: awsErrorType(errorType), message: "", status };
  const { __type, message, Message } = parsed.output;
  return { type: awsErrorType(__type, errorType), message: message ?? Message, status };
}
