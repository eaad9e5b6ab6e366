/**
 * The CloudFront Function (JavaScript runtime 2.0) before both sites: a page's address is the page, `/s/<code>` the
 * listener's; a file that does not exist stays an error.
 */
export const ROUTING = `function handler(event) {
  var request = event.request;
  if (request.uri.startsWith("/s/")) request.uri = "/index.html";
  return request;
}
`;
