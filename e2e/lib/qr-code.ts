import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const decoder = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
// Its own file: the default is fetched from a CDN.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(decoder)).buffer } });

/** What the QR codes in a picture say. Only codes that are dark on light are seen, as by the plainest of scanners. */
async function decode(picture: Uint8Array | ImageData): Promise<string[]> {
  const found = await readBarcodes(picture, { formats: ["QRCode"], tryInvert: false });
  return found.map(({ text }) => text);
}

/** What the QR codes on the visible part of a page say. */
export const scanPage = async (page: Page): Promise<string[]> => decode(await page.screenshot());

const PIXELS = 4;

/** What the QR codes among lines of text say, in half blocks, on a terminal that writes light on dark. */
export async function scanTerminal(printed: string): Promise<string[]> {
  const lines = printed.split("\n").filter((line) => /[█▀▄]/.test(line));
  const rows = lines.flatMap((line) => ["█▀", "█▄"].map((light) => Array.from(line, (each) => light.includes(each))));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const [width, height] = [columns * PIXELS, rows.length * PIXELS];
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = rows[Math.floor(y / PIXELS)]?.[Math.floor(x / PIXELS)] ?? false;
      data.fill(light ? 255 : 0, 4 * (y * width + x), 4 * (y * width + x) + 3);
      data[4 * (y * width + x) + 3] = 255;
    }
  }
  return decode({ data, width, height, colorSpace: "srgb" });
}
