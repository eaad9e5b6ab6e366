import type { BrowserContext } from "@playwright/test";

declare global {
  interface Window {
    bench: {
      /** When the page first said `data-state="ready"`. ms since navigation, like the others. */
      readyMs: number | null;
      tapMs: number | null;
      /** When decoded sound first left an audible element. */
      soundMs: number | null;
    };
  }
}

/** Watches a page from outside its own code, so that it cannot flatter itself. */
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
    // totalAudioEnergy stays 0 while the element is muted, so it is what a person could hear (reference: addendum).
    // An anonymous function on purpose: the runner gives named ones a helper that pages do not have.
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
