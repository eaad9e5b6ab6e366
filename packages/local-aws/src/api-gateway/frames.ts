/** Size of header and payload of the frame that begins here; undefined while its header is not whole. */
function readHeader(bytes: Buffer): { headerSize: number; payloadSize: number } | undefined {
  const [, second = 0] = bytes;
  const short = second & 0x7f;
  const extended = { 126: 2, 127: 8 }[short] ?? 0;
  const headerSize = 2 + extended + (second & 0x80 ? 4 : 0);
  if (bytes.length < headerSize) return undefined;
  if (extended === 0) return { headerSize, payloadSize: short };
  return { headerSize, payloadSize: extended === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)) };
}

/**
 * Follows the frames of one WebSocket, which ws tells nobody of. Given what arrives, in order and cut anywhere; true from
 * the header of a frame on that is over the limit.
 */
export function createFrameLimit(limitBytes: number): (chunk: Buffer) => boolean {
  let unread: Buffer = Buffer.alloc(0);
  let payloadLeft = 0;
  return (chunk) => {
    unread = Buffer.concat([unread, chunk]);
    for (;;) {
      const skipped = Math.min(payloadLeft, unread.length);
      payloadLeft -= skipped;
      unread = unread.subarray(skipped);
      const header = payloadLeft > 0 ? undefined : readHeader(unread);
      if (header === undefined) return false;
      if (header.payloadSize > limitBytes) return true;
      payloadLeft = header.payloadSize;
      unread = unread.subarray(header.headerSize);
    }
  };
}
