/**
 * The CloudFront Function (JavaScript runtime 2.0) of both sites. Serves the listener's page for `/s/<code>`, also as
 * a link that was written in capitals or put together with one slash too many; every other path is a file, or an error.
 */
export const ROUTING = `function handler(event) {
  var request = event.request;
  if (/^\\/+s\\//i.test(request.uri)) request.uri = "/index.html";
  return request;
}
`;
