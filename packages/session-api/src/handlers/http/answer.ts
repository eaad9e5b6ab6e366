import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** API Gateway's event as the web's Request. Only the path and query matter of the address. */
export function toRequest(event: APIGatewayProxyEventV2): Request {
  const { method } = event.requestContext.http;
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers)) if (value !== undefined) headers.set(name, value);
  const query = event.rawQueryString ? `?${event.rawQueryString}` : "";
  const body = event.isBase64Encoded && event.body ? Buffer.from(event.body, "base64") : event.body;
  return new Request(`https://session-api${event.rawPath}${query}`, {
    method,
    headers,
    ...(body && method !== "GET" && method !== "HEAD" && { body }),
  });
}

export async function toResult(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const body = await response.text();
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    ...(body && { body }),
  };
}
