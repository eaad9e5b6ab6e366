import type { BrowserContext, Page } from "@playwright/test";

declare global {
  interface Window {
    /** How often the page asked for a microphone, or for anything else of getUserMedia's. */
    asked: number;
    /** What a lock screen, a headset or a car would call. */
    lockScreenButtons: Partial<Record<MediaSessionAction, MediaSessionActionHandler>>;
  }
}

/** Notes what the page asks of its device, and keeps at hand what a lock screen would press. */
export const watchDeviceAccess = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    window.asked = 0;
    const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (constraints) => {
      window.asked++;
      return original(constraints);
    };
    const buttons: Window["lockScreenButtons"] = {};
    window.lockScreenButtons = buttons;
    const set = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
    navigator.mediaSession.setActionHandler = (action, handler) => {
      set(action, handler);
      if (handler) buttons[action] = handler;
    };
  });

export const timesAsked = (page: Page): Promise<number> => page.evaluate(() => window.asked);

/** Title, line and state as a lock screen shows them. */
export const lockScreen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { metadata, playbackState } = navigator.mediaSession;
    return `${metadata?.title} / ${metadata?.artist} / ${playbackState}`;
  });

export const pressOnLockScreen = (page: Page, action: MediaSessionAction): Promise<void> =>
  page.evaluate((pressed) => {
    const press = window.lockScreenButtons[pressed];
    if (!press) throw new Error(`the lock screen has no ${pressed}`);
    press({ action: pressed });
  }, action);

/** A call comes in: the system pauses whatever plays. */
export const beginCall = (page: Page): Promise<void> => page.evaluate(() => document.querySelector("audio")?.pause());

/** The call is over, and the person is back at the page. */
export const returnFromCall = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
