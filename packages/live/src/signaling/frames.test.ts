import { expect, it } from "vitest";
import { readFrame } from "./frames.ts";

const base64 = (value: unknown) => btoa(JSON.stringify(value));
const frame = (members: object) => readFrame(JSON.stringify(members));

it("reads offers, answers and candidates, and who sent them", () => {
  const sdp = "v=0\r\n";
  const messagePayload = base64({ type: "offer", sdp });
  const offer = { messageType: "SDP_OFFER", messagePayload, senderClientId: "s-1" };
  expect(frame(offer)).toEqual({ type: "SDP_OFFER", from: "s-1", sdp });
  for (const senderClientId of [undefined, null, ""])
    expect(frame({ ...offer, messageType: "SDP_ANSWER", senderClientId })).toEqual({
      type: "SDP_ANSWER",
      from: null,
      sdp,
    });
  expect(
    frame({
      messageType: "ICE_CANDIDATE",
      messagePayload: base64({ candidate: "c", sdpMid: "0" }),
      senderClientId: "a",
    }),
  ).toEqual({
    type: "ICE_CANDIDATE",
    from: "a",
    candidate: { candidate: "c", sdpMid: "0", sdpMLineIndex: null, usernameFragment: null },
  });
});

it.each(["GO_AWAY", "RECONNECT_ICE_SERVER"])("reads %s, which has no payload", (messageType) => {
  expect(frame({ messageType })).toEqual({ type: messageType });
});

it("knows a viewer called as every object's member is", () => {
  const messagePayload = base64({ sdp: "v=0" });
  for (const senderClientId of ["constructor", "__proto__"])
    expect(frame({ messageType: "SDP_OFFER", messagePayload, senderClientId })).toMatchObject({ from: senderClientId });
});

it.each([
  ["nothing", ""],
  ["null", "null"],
  ["a type it does not know", '{"messageType":"PING"}'],
  ["no payload", '{"messageType":"SDP_OFFER"}'],
  ["a payload that is no base64", '{"messageType":"SDP_OFFER","messagePayload":"%"}'],
  ["a payload that is no JSON", `{"messageType":"SDP_OFFER","messagePayload":"${btoa("v=0")}"}`],
  [
    "a ClientId KVS would not take",
    `{"messageType":"SDP_OFFER","messagePayload":"${base64({ sdp: "" })}","senderClientId":"<b>"}`,
  ],
  ["more than KVS delivers", `{"messageType":"GO_AWAY","messagePayload":"${"a".repeat(40_000)}"}`],
])("takes %s for nothing", (_, text) => {
  expect(readFrame(text)).toBeNull();
});
