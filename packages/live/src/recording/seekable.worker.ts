import {
  BlobSource,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import type { Container } from "./about.ts";
import { COPY_FILE, recordingsFolder, SOUND_FILE } from "./folders.ts";
import { openSyncFile, writeAll } from "./sync-file.ts";

export interface ToSeekable {
  id: string;
  container: Container;
}
export type FromSeekable = { type: "done" } | { type: "failed" };

/** Copies what was recorded, packet by packet, into a file with a length and an index; a torn last packet is left out. */
async function copy({ id, container }: ToSeekable): Promise<void> {
  const folder = await (await recordingsFolder()).getDirectoryHandle(id);
  const recorded = await (await folder.getFileHandle(SOUND_FILE)).getFile();
  const input = new Input({ source: new BlobSource(recorded), formats: [MP4, WEBM] });
  const track = await input.getPrimaryAudioTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track?.codec || !decoderConfig) throw new Error("there is no sound in it");

  const file = await openSyncFile(folder, COPY_FILE);
  try {
    const output = new Output({
      format: container === "mp4" ? new Mp4OutputFormat() : new WebMOutputFormat(),
      target: new StreamTarget(
        new WritableStream<StreamTargetChunk>({
          write: ({ data, position }) => writeAll(file, new Uint8Array(data), position),
        }),
        { chunked: true },
      ),
    });
    const source = new EncodedAudioPacketSource(track.codec);
    output.addAudioTrack(source);
    await output.start();
    let startsAt: number | null = null;
    for await (const packet of new EncodedPacketSink(track).packets()) {
      startsAt ??= packet.timestamp;
      await source.add(packet.clone({ timestamp: packet.timestamp - startsAt }), { decoderConfig });
    }
    if (startsAt === null) throw new Error("there is no sound in it");
    await output.finalize();
    file.flush();
  } finally {
    file.close();
  }
}

self.addEventListener("message", ({ data }: MessageEvent<ToSeekable>) => {
  copy(data).then(
    () => self.postMessage({ type: "done" } satisfies FromSeekable),
    () => self.postMessage({ type: "failed" } satisfies FromSeekable),
  );
});
