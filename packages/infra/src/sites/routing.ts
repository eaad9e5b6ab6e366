/**
 * The CloudFront Function (JavaScript runtime 2.0) of both sites. Serves the listener's page for `/s/<code>`; every other
 * path is a file, or an error.
 */
export const ROUTING = `function handler(event) {
  var request = event.request;
  if (request.uri.startsWith("/s/")) request.uri = "/index.html";
  return request;
}
`;
