import * as v from "valibot";
import { expect, test } from "vitest";
import { channels, seat, snapshot } from "../testing/connection.ts";
import { serverMessageSchema } from "./websocket.ts";

const good = { channels: channels("arn"), seat, session: snapshot() };

test.each(Object.entries(good))("knows the server's message %s", (_, message) => {
  expect(v.is(serverMessageSchema, message)).toBe(true);
});

test.each([
  ["a key that is none", { ...good.channels, macKey: "not base64" }],
  ["an endpoint that is no address", { ...good.seat, wssEndpoint: "wss:" }],
  ["an endpoint of another kind", { ...good.seat, httpsEndpoint: "javascript:alert(1)" }],
  ["a time no clock can show", { ...good.session, serverTime: 1e16 }],
  ["a rev nothing can follow", snapshot({ rev: 1e300 })],
])("refuses a server's message with %s", (_, message) => {
  expect(v.is(serverMessageSchema, message)).toBe(false);
});
