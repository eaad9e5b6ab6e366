import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { envelope, WINDOW_MS } from "./envelope.ts";
import { root } from "./product.ts";

export const SAMPLE_RATE = 48_000;
/** Debian's alsa-utils ships these eight recordings of one woman naming loudspeakers; joined they are eleven seconds. */
const names = "Front_Center Rear_Left Front_Right Side_Left Rear_Center Front_Left Side_Right Rear_Right";

function samplesOf(path: string): Int16Array {
  const wav = readFileSync(path);
  for (let at = 12; at + 8 <= wav.length; ) {
    const size = wav.readUInt32LE(at + 4);
    const body = at + 8;
    if (wav.toString("latin1", at, at + 4) === "fmt ") {
      const [format, channels, rate] = [wav.readUInt16LE(body), wav.readUInt16LE(body + 2), wav.readUInt32LE(body + 4)];
      if (format !== 1 || channels !== 1 || rate !== SAMPLE_RATE) {
        throw new Error(`${path}: the voice must be 16-bit PCM, mono, ${SAMPLE_RATE} Hz`);
      }
    }
    if (wav.toString("latin1", at, at + 4) === "data") {
      const end = Math.min(body + size, wav.length) & ~1;
      return Int16Array.from({ length: (end - body) >> 1 }, (_, i) => wav.readInt16LE(body + 2 * i));
    }
    at = body + size + (size % 2);
  }
  throw new Error(`${path}: no data chunk`);
}

/** The recorded voice as samples: all eight recordings where they lie in the folder of LECTERN_VOICE, else that one alone. */
export function voice(): Int16Array {
  const first = process.env.LECTERN_VOICE ?? "/usr/share/sounds/alsa/Front_Center.wav";
  const all = names.split(" ").map((name) => `${dirname(first)}/${name}.wav`);
  const parts = (all.every((path) => existsSync(path)) ? all : [first]).map(samplesOf);
  const joined = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Windows quieter than this, of full scale, are pauses between words. */
const PAUSE_RMS = 0.02;

/** The voice without its pauses: whoever does not hear it for a moment has missed something. */
function steadyVoice(): Int16Array {
  const samples = voice();
  const size = (SAMPLE_RATE * WINDOW_MS) / 1000;
  const isSpeech = envelope(samples, SAMPLE_RATE).map((rms) => rms / 32_768 >= PAUSE_RMS);
  const kept = isSpeech.flatMap((speech, i) => (speech ? [samples.subarray(i * size, (i + 1) * size)] : []));
  const joined = new Int16Array(kept.length * size);
  kept.forEach((part, i) => {
    joined.set(part, i * size);
  });
  return joined;
}

const written = new Map<Kind, string>();
type Kind = "voice" | "steady";

/** One WAV file for Chromium's fake microphone, which plays it round and round: the voice, or the voice without pauses. */
export function voiceFile(kind: Kind = "voice"): string {
  const known = written.get(kind);
  if (known) return known;
  const samples = kind === "voice" ? voice() : steadyVoice();
  const wav = Buffer.alloc(44 + samples.length * 2);
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(36 + samples.length * 2, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLE_RATE, 24);
  wav.writeUInt32LE(SAMPLE_RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36, "latin1");
  wav.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, i) => {
    wav.writeInt16LE(sample, 44 + 2 * i);
  });
  mkdirSync(`${root}test-results`, { recursive: true });
  const file = `${root}test-results/${kind}.wav`;
  // Another worker's browser may be reading it.
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, wav);
  renameSync(mine, file);
  written.set(kind, file);
  return file;
}
