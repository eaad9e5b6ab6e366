import { expect, test } from "vitest";
import { missingNeed } from "./needs.ts";

class Present {}
const browser = { RTCPeerConnection: Present, MediaStream: Present, WebSocket: Present };

test("a browser with all that a talk needs lacks nothing", () => {
  expect(missingNeed(browser)).toBeNull();
});

test.each(Object.keys(browser))("a browser without %s is told so", (name) => {
  expect(missingNeed({ ...browser, [name]: undefined })).toBe(name);
  expect(missingNeed(Object.fromEntries(Object.entries(browser).filter(([each]) => each !== name)))).toBe(name);
});
