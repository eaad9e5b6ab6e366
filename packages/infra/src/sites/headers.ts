import { lookup } from "mrmime";

export type Site = "speaker" | "listener";

/** Hosts a page connects to. They may contain placeholders that CloudFormation fills in, so they are joined, never parsed. */
export interface SiteHosts {
  region: string;
  /** `xxx.execute-api.REGION.amazonaws.com` */
  httpApi: string;
  webSocketApi: string;
  /** `PREFIX.auth.REGION.amazoncognito.com`, for sign-in with other providers. */
  managedLogin?: string;
}

/** In a CSP `https:` does not include `wss:`. */
const signaling = (region: string): string[] => {
  const hosts = `*.kinesisvideo.${region}.amazonaws.com`;
  return [`https://${hosts}`, `wss://${hosts}`];
};

function connectSources(site: Site, { region, httpApi, webSocketApi, managedLogin }: SiteHosts): string[] {
  const service = (name: string) => `https://${name}.${region}.amazonaws.com`;
  const own = {
    speaker: [service("cognito-idp"), ...(managedLogin ? [`https://${managedLogin}`] : [])],
    // Gives guests their credentials, in the classic flow.
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

/** What the page may load and connect to. In Chromium, CSP does not limit ICE or TURN. */
const contentSecurityPolicy = (site: Site, hosts: SiteHosts): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // For the recording.
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

/** Browser features the page may use. */
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

/** The headers of a page's responses, S3's own excepted. */
export const siteHeaders = (site: Site, hosts: SiteHosts): Record<string, string> => ({
  "content-security-policy": contentSecurityPolicy(site, hosts),
  "permissions-policy": permissionsPolicy(site),
  "strict-transport-security": `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  // A page that opens this one, or embeds a file of it, gets no hold on it.
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
});
/** Files in `assets/` have a hash of their content in their names, so they never change. */
export const cacheControl = (path: string): string =>
  path.startsWith("assets/") ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : "no-cache";

/** With a charset for text: without one, a browser guesses. */
export function contentTypeOf(key: string): string {
  const type = lookup(key) ?? "application/octet-stream";
  return type.startsWith("text/") ? `${type}; charset=utf-8` : type;
}
