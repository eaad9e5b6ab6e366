import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** API Gateway's event as a Request, without headers: no route looks at them. */
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
    // Request refuses this method or path. No route has the path "/-", so it is answered like any other that has no route.
    return new Request("https://session-api/-");
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
