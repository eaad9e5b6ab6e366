import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** No route has it. */
const NOWHERE = "https://session-api/-";

/** API Gateway's event as the web's Request: method, path, query and body, since no route looks at a header. */
export function toRequest(event: APIGatewayProxyEventV2): Request {
  const { method } = event.requestContext.http;
  const query = event.rawQueryString ? `?${event.rawQueryString}` : "";
  const body = event.isBase64Encoded && event.body ? Buffer.from(event.body, "base64") : event.body;
  try {
    return new Request(`https://session-api${event.rawPath}${query}`, {
      method,
      ...(body && method !== "GET" && method !== "HEAD" && { body }),
    });
  } catch {
    // A method or a path the web knows no request with.
    return new Request(NOWHERE);
  }
}

export async function toResult(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const body = await response.text();
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    ...(body && { body }),
  };
}
