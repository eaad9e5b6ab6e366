import { createHash } from "node:crypto";
import { xmlText } from "../http/errors-to-response.ts";
import type { AwsResponse } from "../http/service.ts";
import type { InboxMessage } from "./inbox.ts";

const style = `
:root{color-scheme:light dark}
body{max-width:40rem;margin:0 auto;padding:1.5rem 1.25rem;font:1.0625rem/1.5 system-ui,sans-serif;background:light-dark(#faf7f2,#110f0d);color:light-dark(#1c1814,#efeae2)}
h1{font-size:1.75rem;font-weight:500}
ol{list-style:none;padding:0}
li{padding:1rem 0;border-top:1px solid light-dark(#d8d1c7,#39342e)}
p{margin:.25rem 0;overflow-wrap:anywhere}
.code{font-size:1.75rem;letter-spacing:.1em;font-variant-numeric:tabular-nums;user-select:all}
.soft{color:light-dark(#5d554b,#c3bbb0);font-size:1rem}
`;
/** A new message shows by itself. */
const script = `
const shown = document.body.dataset.newest;
setInterval(async () => {
  const [newest] = await (await fetch("/_local/inbox")).json();
  if (String(newest?.id ?? "") !== shown) location.reload();
}, 1000);
`;
const sourceOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = `default-src 'none'; style-src ${sourceOf(style)}; script-src ${sourceOf(script)}; connect-src 'self'; frame-ancestors 'none'`;

/** What comes from outside, an address for example, is text and nothing else. */
const item = ({ to, channel, subject, text, code, at }: InboxMessage): string => `
<li>
<p class="soft">${channel === "sms" ? "Text message" : "E-mail"} to <strong>${xmlText(to)}</strong>, <time>${new Date(at).toISOString().slice(11, 19)}</time> UTC</p>
${subject ? `<h2 class="soft">${xmlText(subject)}</h2>` : ""}
<p>${xmlText(text)}</p>
${code === null ? "" : `<p class="code">${xmlText(code)}</p>`}
</li>`;

/** The inbox for people, newest first. */
export const inboxPage = (messages: readonly InboxMessage[]): AwsResponse => ({
  status: 200,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": policy,
  },
  body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inbox · local-aws</title>
<style>${style}</style>
</head>
<body data-newest="${messages[0]?.id ?? ""}">
<main>
<h1>Inbox</h1>
<p class="soft">What AWS would have sent by e-mail and text message, newest first.</p>
${messages.length === 0 ? "<p>Nothing yet.</p>" : `<ol>${messages.map(item).join("")}</ol>`}
</main>
<script>${script}</script>
</body>
</html>
`,
});
