import { expect, test } from "vitest";
import { createFrameLimit } from "./frames.ts";

/** As a browser sends it: masked. */
function frame(size: number): Buffer {
  const mask = Buffer.alloc(4);
  const payload = Buffer.alloc(size, 0xff);
  const first = 0x82;
  if (size < 126) return Buffer.concat([Buffer.from([first, 0x80 | size]), mask, payload]);
  const wide = size > 0xffff;
  const length = Buffer.alloc(wide ? 8 : 2);
  if (wide) length.writeBigUInt64BE(BigInt(size));
  else length.writeUInt16BE(size);
  return Buffer.concat([Buffer.from([first, 0x80 | (wide ? 127 : 126)]), length, mask, payload]);
}

test.each([1, 2, 7, 70_000, 1_000_000])("finds the one frame over the limit, in pieces of %i bytes", (pieceSize) => {
  const allowed = Buffer.concat([0, 3, 125, 126, 127, 65_535, 65_536, 0].map(frame));
  const isOverLimit = createFrameLimit(65_536);
  // One expect() for all: there are up to 200,000 pieces.
  const over: number[] = [];
  for (let at = 0; at < allowed.length; at += pieceSize) {
    if (isOverLimit(allowed.subarray(at, at + pieceSize))) over.push(at);
  }
  expect(over).toEqual([]);
  // Told by the header alone.
  const header = frame(65_537).subarray(0, 14);
  const found = [...header].map((byte) => isOverLimit(Buffer.from([byte])));
  expect(found.indexOf(true)).toBe(13);
});
