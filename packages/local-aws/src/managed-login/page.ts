import { jsonResponse } from "../http/json.ts";
import type { AwsResponse } from "../http/service.ts";

const style = `
:root{color-scheme:light dark}
body{max-width:26rem;margin:0 auto;padding:2rem 1.25rem;font:1.0625rem/1.5 system-ui,sans-serif}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input{box-sizing:border-box;width:100%;min-height:3rem;padding:.5rem;font:inherit}
button{min-height:3rem;margin:1.25rem .75rem 0 0;padding:.5rem 1.25rem;font:inherit}
`;

/** A page of managed login or of the outside provider. `body` is markup: the caller escapes what comes from outside. */
export const page = (title: string, body: string, status = 200): AwsResponse => ({
  status,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  },
  body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>
`,
});

/** What an OAuth endpoint answers. */
export const oauthResponse = (value: unknown, status = 200): AwsResponse =>
  jsonResponse(value, { "cache-control": "no-store" }, status);

export const oauthError = (error: string): AwsResponse => oauthResponse({ error }, 400);

/** @param cookie - what the browser is to remember */
export const redirect = (to: string, parameters: Record<string, string>, cookie?: string): AwsResponse => {
  const url = new URL(to);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const headers = { location: url.href, "cache-control": "no-store" };
  return { status: 302, headers: cookie === undefined ? headers : { ...headers, "set-cookie": cookie } };
};
