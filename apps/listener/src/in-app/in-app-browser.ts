/** What each app's own browser has in its user agent. */
const SIGNS: readonly (readonly [app: string, sign: RegExp])[] = [
  ["Instagram", /\bInstagram\b/],
  ["Messenger", /\bMessengerLite|\bFBAN\/Messenger|\bMESSENGER\b/i],
  ["Facebook", /\bFBAN\/|\bFBAV\/|\bFB_IAB\//],
  ["WeChat", /\bMicroMessenger\//],
  ["TikTok", /\bmusical_ly|\bBytedanceWebview\b|\bTikTok\b|\btrill_/],
  ["LinkedIn", /\bLinkedInApp\b/],
  ["LINE", /\bLine\/\d/],
  ["KakaoTalk", /\bKAKAOTALK\b/],
  ["Snapchat", /\bSnapchat\b/],
  // Android's WebView names no app.
  ["", /; wv\)/],
];

/** The app whose own browser this is, "" if it does not say; null in a browser proper. */
export const inAppBrowserOf = (userAgent: string): string | null =>
  SIGNS.find(([, sign]) => sign.test(userAgent))?.[0] ?? null;
