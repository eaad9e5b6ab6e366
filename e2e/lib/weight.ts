import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** All scripts of the listener's page together, gzip (1 kB = 1000 bytes). */
export const LISTENER_LIMIT_KB = 120;

/** Each script in the folder of a built page, heaviest first, as a browser downloads it. */
export const scriptsIn = (folder: string): { file: string; gzipKb: number }[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => ({ file, gzipKb: gzipSync(readFileSync(join(folder, file))).length / 1000 }))
    .toSorted((a, b) => b.gzipKb - a.gzipKb);

export const totalKb = (scripts: readonly { gzipKb: number }[]): number =>
  scripts.reduce((sum, { gzipKb }) => sum + gzipKb, 0);
