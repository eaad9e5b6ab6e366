import { createSpeakerAuth, type SpeakerAuth, type SpeakerAuthEnvironment } from "../src/speaker/index.ts";
import { createBrowser } from "./browser.ts";
import { startFakeCognito } from "./fake-cognito.ts";

export const ADA = { email: "ada@example.org", password: "correct horse" };

/** A Cognito and the tabs open on it. Their clocks show its time, unless told otherwise. */
export async function startSpeakerTabs() {
  const cognito = await startFakeCognito();
  const open: SpeakerAuth[] = [];

  function openTab(browser: SpeakerAuthEnvironment = createBrowser(), encryptionKey = "k".repeat(32)): SpeakerAuth {
    const tab = createSpeakerAuth(
      {
        region: "us-east-1",
        encryptionKey,
        userPoolId: "us-east-1_Ab12Cd34E",
        clientId: "1h57kf5cpq17m0eml12example",
        identityPoolId: "us-east-1:11111111-2222-3333-4444-555555555555",
        awsEndpoint: cognito.url,
      },
      { now: () => cognito.now, steadyNow: () => 0, random: () => 0, ...browser },
    );
    open.push(tab);
    return tab;
  }

  return {
    cognito,
    openTab,
    async openStarted(browser?: SpeakerAuthEnvironment): Promise<SpeakerAuth> {
      const tab = openTab(browser);
      await tab.start();
      return tab;
    },
    async signedIn(browser?: SpeakerAuthEnvironment): Promise<SpeakerAuth> {
      const tab = openTab(browser);
      await tab.signIn(ADA);
      return tab;
    },
    refreshes: () => cognito.asked().filter((what) => what === "REFRESH_TOKEN_AUTH").length,
    async close() {
      for (const tab of open) tab.close();
      await cognito.close();
    },
  };
}
