import type { BrowserContext } from "@playwright/test";

declare global {
  interface Window {
    bench: {
      /** When `data-state="ready"` first appeared. All times in ms since navigation. */
      readyMs: number | null;
      tapMs: number | null;
      /** When decoded sound was first played by an element that is not muted. */
      soundMs: number | null;
    };
  }
}

/** Measures from outside the page's own code, by what a person could see and hear. */
export async function watchSound(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.bench = { readyMs: null, tapMs: null, soundMs: null };
    const peers: RTCPeerConnection[] = [];
    const Original = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
    new MutationObserver(() => {
      if (document.querySelector('[data-state="ready"]')) window.bench.readyMs ??= performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state"] });
    addEventListener(
      "click",
      () => {
        window.bench.tapMs ??= performance.now();
      },
      { capture: true },
    );
    // totalAudioEnergy stays 0 while the element is muted.
    // The function is anonymous because tsx wraps named ones with a helper that the page does not have.
    const timer = setInterval(async () => {
      for (const peer of peers) {
        for (const report of (await peer.getStats()).values()) {
          if (report.type === "inbound-rtp" && report.totalAudioEnergy > 0) window.bench.soundMs ??= performance.now();
        }
      }
      if (window.bench.soundMs !== null) clearInterval(timer);
    }, 4);
  });
}
