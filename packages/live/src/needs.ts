/** What no talk works without, on either page. */
const NEEDED = ["RTCPeerConnection", "MediaStream", "WebSocket"] as const;

/** The first of these that this browser lacks, or null. (In Apple's Lockdown Mode there is no WebRTC.) */
export const missingNeed = (browser: object = globalThis): (typeof NEEDED)[number] | null =>
  NEEDED.find((name) => typeof Reflect.get(browser, name) !== "function") ?? null;
