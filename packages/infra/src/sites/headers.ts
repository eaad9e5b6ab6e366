import { lookup } from "mrmime";

export type Site = "speaker" | "listener";

/** Hosts a page talks to. AWS's pseudo parameters may stand in them: only joined, never parsed. */
export interface SiteHosts {
  region: string;
  /** `xxx.execute-api.REGION.amazonaws.com` */
  httpApi: string;
  webSocketApi: string;
  /** `PREFIX.auth.REGION.amazoncognito.com`, where other providers' sign-in begins. */
  managedLogin?: string;
}

/** `https:` does not cover `wss:`, and the wildcard does not match the bare host, which pages have no use for. */
const signaling = (region: string): string[] => {
  const hosts = `*.kinesisvideo.${region}.amazonaws.com`;
  return [`https://${hosts}`, `wss://${hosts}`];
};

function connectSources(site: Site, { region, httpApi, webSocketApi, managedLogin }: SiteHosts): string[] {
  const service = (name: string) => `https://${name}.${region}.amazonaws.com`;
  const own = {
    speaker: [service("cognito-idp"), ...(managedLogin ? [`https://${managedLogin}`] : [])],
    // The classic flow: STS gives a guest's credentials.
    listener: [service("sts")],
  };
  return [
    "'self'",
    ...own[site],
    service("cognito-identity"),
    ...signaling(region),
    `https://${httpApi}`,
    `wss://${webSocketApi}`,
  ];
}

/** What the page may load and whom it may talk to. CSP does not limit ICE or TURN in Chromium. */
const contentSecurityPolicy = (site: Site, hosts: SiteHosts): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // They write the speaker's recording, and make it ready for download.
    ...(site === "speaker" ? ["worker-src 'self'"] : []),
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "manifest-src 'self'",
    `connect-src ${connectSources(site, hosts).join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Features the page may use; the listener's page never asks for a microphone. */
function permissionsPolicy(site: Site): string {
  const own = {
    speaker: ["microphone", "screen-wake-lock", "clipboard-write"],
    listener: ["autoplay", "screen-wake-lock"],
  };
  const off = ["camera", "display-capture", "geolocation", "payment", "usb"];
  const microphone = site === "listener" ? ["microphone=()"] : [];
  return [...own[site].map((name) => `${name}=(self)`), ...microphone, ...off.map((name) => `${name}=()`)].join(", ");
}

const ONE_YEAR_SECONDS = 31_536_000;

/** Every header a page's answer carries beside S3's own, names in lower case. */
export const siteHeaders = (site: Site, hosts: SiteHosts): Record<string, string> => ({
  "content-security-policy": contentSecurityPolicy(site, hosts),
  "permissions-policy": permissionsPolicy(site),
  "strict-transport-security": `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
});
/** Built files carry a hash of their content in their names; everything else is asked for anew. */
export const cacheControl = (path: string): string =>
  path.startsWith("assets/") ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : "no-cache";

/** mrmime names no charset, and without one a browser guesses. */
export function contentTypeOf(key: string): string {
  const type = lookup(key) ?? "application/octet-stream";
  return type.startsWith("text/") ? `${type}; charset=utf-8` : type;
}
