import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a visit to the listener's page may download of scripts in all, gzip (1 kB = 1000 bytes). */
export const LISTENER_LIMIT_KB = 120;

/** One language each: a visit loads one of them. */
const LANGUAGE = /(?:^|\/)(?:en|de|es|ar)-[^/]+$/;
/** Shown instead of everything else. */
const NOT_SET_UP = /(?:^|\/)ConfigurationPage-[^/]+$/;

export interface Script {
  file: string;
  gzipKb: number;
}

/** Each script in the folder of a built page, heaviest first, as a browser downloads it. */
export const scriptsIn = (folder: string): Script[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => ({ file, gzipKb: gzipSync(readFileSync(join(folder, file))).length / 1000 }))
    .toSorted((a, b) => b.gzipKb - a.gzipKb);

const totalKb = (scripts: readonly Script[]): number => scripts.reduce((sum, { gzipKb }) => sum + gzipKb, 0);

/** Of scripts, heaviest first, the most that one visit downloads: everything, in the heaviest language. */
export function heaviestVisit(scripts: readonly Script[]): Script[] {
  const language = scripts.find(({ file }) => LANGUAGE.test(file));
  return scripts.filter(
    (script) => script === language || !(LANGUAGE.test(script.file) || NOT_SET_UP.test(script.file)),
  );
}

export const heaviestVisitKb = (scripts: readonly Script[]): number => totalKb(heaviestVisit(scripts));
