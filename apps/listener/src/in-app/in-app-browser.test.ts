import { expect, test } from "vitest";
import { inAppBrowserOf } from "./in-app-browser.ts";

const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const android = "Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A; wv) AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`${iphone} Mobile/22B83 Instagram 355.0.0.27.107 (iPhone15,2; iOS 18_1; en_US; en; scale=3.00)`, "Instagram"],
  [`${android} Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36 Instagram 358.0.0.51.97 Android`, "Instagram"],
  [`${iphone} Mobile/22B83 [FBAN/FBIOS;FBAV/490.0.0.37.107;FBBV/1;FBDV/iPhone15,2;FBMD/iPhone]`, "Facebook"],
  [`${android} Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/490.0.0.59.77;]`, "Facebook"],
  [`${iphone} Mobile/22B83 [FBAN/MessengerForiOS;FBAV/485.0.0.37.106;]`, "Messenger"],
  [`${iphone} Mobile/22B83 MicroMessenger/8.0.54(0x18003631) NetType/WIFI Language/en`, "WeChat"],
  [`${iphone} Mobile/22B83 musical_ly_37.2.0 JsSdk/2.0 NetType/WIFI BytedanceWebview/d8a21c6`, "TikTok"],
  [`${iphone} Mobile/22B83 [LinkedInApp]/9.30.2321`, "LinkedIn"],
  [`${iphone} Mobile/22B83 Safari Line/14.19.1`, "LINE"],
  [`${android} Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36`, ""],
])("knows the browser inside an app: %s", (userAgent, app) => {
  expect(inAppBrowserOf(userAgent)).toBe(app);
});

test.each([
  `${iphone} Version/18.1 Mobile/15E148 Safari/604.1`,
  `${iphone} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`,
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Android 15; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36",
  // Part of a name is not a sign.
  "Mozilla/5.0 (X11; Linux x86_64) Pipeline/2 Outline/3 Chrome/131.0.0.0",
])("leaves a browser proper alone: %s", (userAgent) => {
  expect(inAppBrowserOf(userAgent)).toBeNull();
});
