/** How much sound is held back before it plays: as little as the network allows, or enough to bridge its gaps. */
export type Buffering = "low-delay" | "steady";

/**
 * What a browser is asked to hold back, ms; null leaves it to the browser, which then follows the network closely. Half
 * a second is longer than most gaps on a train or a crowded Wi-Fi, and still short enough for questions and answers.
 */
const TARGET_MS: Record<Buffering, number | null> = { "low-delay": null, steady: 500 };

/** Whether this browser lets a page choose. */
export const canBuffer = (): boolean => "jitterBufferTarget" in (globalThis.RTCRtpReceiver?.prototype ?? {});

/** One choice for the page's life, applied to the receiver of each peer. */
export interface BufferingChoice {
  set(buffering: Buffering): void;
  /** From now on this receiver is the one that plays. */
  apply(receiver: Pick<RTCRtpReceiver, "jitterBufferTarget">): void;
}

export function createBufferingChoice(initial: Buffering): BufferingChoice {
  let chosen = initial;
  let current: Pick<RTCRtpReceiver, "jitterBufferTarget"> | null = null;
  const update = () => {
    // A browser that does not know the property ignores it.
    if (current) current.jitterBufferTarget = TARGET_MS[chosen];
  };
  return {
    set(buffering) {
      chosen = buffering;
      update();
    },
    apply(receiver) {
      current = receiver;
      update();
    },
  };
}
