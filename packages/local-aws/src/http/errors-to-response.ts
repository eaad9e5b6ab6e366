import type { AwsError, AwsResponse, Protocol } from "./service.ts";

/** Text that may stand in XML and HTML, in an element or an attribute. */
export const xmlText = (text: string): string =>
  text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Clients refuse an answer whose headers are over some kilobytes, and a message tells values of any length. */
const LONGEST_HEADER = 1000;

/** What a header may hold of a message. */
const headerText = (text: string): string =>
  text
    .slice(0, LONGEST_HEADER)
    .replace(/[^\x20-\x7e]/g, " ")
    .trim();

/** AWS JSON 1.1: type and message are in the body and in headers (localstack#3201). */
function json(error: AwsError): AwsResponse {
  return {
    status: error.status,
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amzn-errortype": `${error.type}:`,
      "x-amzn-errormessage": headerText(error.message),
    },
    body: JSON.stringify({ __type: error.type, message: error.message }),
  };
}

/** REST-JSON (Kinesis Video Streams, @connections): the type is in a header only. */
function restJson(error: AwsError): AwsResponse {
  return {
    status: error.status,
    headers: { "content-type": "application/json", "x-amzn-errortype": error.type },
    body: JSON.stringify({ message: error.message }),
  };
}

/** Query protocol (STS). */
function queryXml(error: AwsError, requestId: string): AwsResponse {
  const fault = error.status >= 500 ? "Receiver" : "Sender";
  return {
    status: error.status,
    headers: { "content-type": "text/xml" },
    body:
      `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>${fault}</Type>` +
      `<Code>${xmlText(error.type)}</Code><Message>${xmlText(error.message)}</Message></Error>` +
      `<RequestId>${requestId}</RequestId></ErrorResponse>`,
  };
}

const writers: Record<Protocol, (error: AwsError, requestId: string) => AwsResponse> = {
  json,
  "rest-json": restJson,
  "query-xml": queryXml,
};

/** Writes a refusal in the shape of the protocol that was spoken. */
export const errorToResponse = (error: AwsError, protocol: Protocol, requestId: string): AwsResponse =>
  writers[protocol](error, requestId);
