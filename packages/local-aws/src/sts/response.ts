import { xmlText } from "../http/errors-to-response.ts";
import type { AwsResponse } from "../http/service.ts";

/** An element's text, or the elements in it. */
interface Elements {
  [name: string]: string | Elements;
}

const toXml = (elements: Elements): string =>
  Object.entries(elements)
    .map(([name, content]) => `<${name}>${typeof content === "string" ? xmlText(content) : toXml(content)}</${name}>`)
    .join("");

/** What STS answers, as XML. */
export const stsResponse = (action: string, result: Elements, requestId: string): AwsResponse => ({
  status: 200,
  headers: { "content-type": "text/xml" },
  body:
    `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">` +
    `${toXml({ [`${action}Result`]: result, ResponseMetadata: { RequestId: requestId } })}</${action}Response>`,
});
