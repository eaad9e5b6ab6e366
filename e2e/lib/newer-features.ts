import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vite";

interface Feature {
  /** The first version that has it, by MDN's compatibility data; one that is not named has it in none. */
  since: { chrome?: number; firefox?: number; safari?: number };
  /** Why both pages do without where it is missing; absent: no built page may use it. */
  without?: string;
}

/**
 * What browsers of the last years learned, as it is written: ".name" of any object, "Object.name" of that one, "Name" a
 * global, "syntax: …". Listed by hand: what is on no line is not seen, nor are names that others have as well (`union`,
 * `with`, `transfer`, and an iterator's `map`).
 */
export const FEATURES: Record<string, Feature> = {
  "syntax: lookbehind in a regular expression": { since: { chrome: 62, firefox: 78, safari: 16.4 } },
  "syntax: flag v of a regular expression": { since: { chrome: 112, firefox: 116, safari: 17 } },
  "syntax: modifiers in a regular expression": { since: { chrome: 125, firefox: 132, safari: 26 } },
  "syntax: static block of a class": { since: { chrome: 94, firefox: 93, safari: 16.4 } },
  "syntax: using": { since: { chrome: 134, firefox: 141 } },
  "syntax: decorator": { since: {} },
  "syntax: import attributes": { since: { chrome: 123, firefox: 138, safari: 17.2 } },
  ".toSorted": { since: { chrome: 110, firefox: 115, safari: 16 } },
  ".toReversed": { since: { chrome: 110, firefox: 115, safari: 16 } },
  ".toSpliced": { since: { chrome: 110, firefox: 115, safari: 16 } },
  ".isWellFormed": { since: { chrome: 111, firefox: 119, safari: 16.4 } },
  ".toWellFormed": { since: { chrome: 111, firefox: 119, safari: 16.4 } },
  ".isSubsetOf": { since: { chrome: 122, firefox: 127, safari: 17 } },
  ".symmetricDifference": { since: { chrome: 122, firefox: 127, safari: 17 } },
  ".transferToFixedLength": { since: { chrome: 114, firefox: 122, safari: 17.4 } },
  "Object.groupBy": { since: { chrome: 117, firefox: 119, safari: 17.4 } },
  "Map.groupBy": { since: { chrome: 117, firefox: 119, safari: 17.4 } },
  "Array.fromAsync": { since: { chrome: 121, firefox: 115, safari: 16.4 } },
  "Promise.withResolvers": { since: { chrome: 119, firefox: 121, safari: 17.4 } },
  "Promise.try": { since: { chrome: 128, firefox: 134, safari: 18.2 } },
  "RegExp.escape": { since: { chrome: 136, firefox: 134, safari: 18.2 } },
  "Uint8Array.fromBase64": { since: { chrome: 140, firefox: 133, safari: 18.2 } },
  "Uint8Array.fromHex": { since: { chrome: 140, firefox: 133, safari: 18.2 } },
  "Symbol.dispose": {
    since: { chrome: 134, firefox: 135 },
    without:
      "mediabunny, which writes the downloads of recordings, makes it where it is missing; TypeScript's helpers ask for it where something is used with `using`, and nothing is",
  },
  "Iterator.from": { since: { chrome: 122, firefox: 131, safari: 18.4 } },
  Float16Array: { since: { chrome: 135, firefox: 129, safari: 18.2 } },
  Temporal: { since: { chrome: 144, firefox: 139 } },
  "AbortSignal.timeout": { since: { chrome: 103, firefox: 100, safari: 16 } },
  "AbortSignal.any": { since: { chrome: 116, firefox: 124, safari: 17.4 } },
  "URL.canParse": {
    since: { chrome: 120, firefox: 115, safari: 17 },
    without: "valibot asks for it only where it is there",
  },
  "URL.parse": { since: { chrome: 126, firefox: 126, safari: 18 } },
  "Response.json": { since: { chrome: 105, firefox: 115, safari: 17 } },
  "ReadableStream.from": { since: { firefox: 117 } },
  "Intl.Segmenter": { since: { chrome: 87, firefox: 125, safari: 14.1 } },
  "Intl.DurationFormat": { since: { chrome: 129, firefox: 136, safari: 16.4 } },
  CompressionStream: { since: { chrome: 80, firefox: 113, safari: 16.4 } },
  DecompressionStream: { since: { chrome: 80, firefox: 113, safari: 16.4 } },
  SharedWorker: { since: { chrome: 4, firefox: 29, safari: 16 } },
  OffscreenCanvas: { since: { chrome: 69, firefox: 105, safari: 16.4 } },
  AudioDecoder: {
    since: { chrome: 94, firefox: 130, safari: 26 },
    without: "mediabunny asks whether it is there, and copies the packets of a recording without decoding them",
  },
  AudioEncoder: { since: { chrome: 94, firefox: 130, safari: 26 } },
  EncodedAudioChunk: {
    since: { chrome: 94, firefox: 130, safari: 26 },
    without: "mediabunny asks whether it is there, and copies the packets of a recording without decoding them",
  },
  VideoDecoder: {
    since: { chrome: 94, firefox: 130, safari: 16.4 },
    without: "mediabunny asks whether it is there, and copies the packets of a recording without decoding them",
  },
  EncodedVideoChunk: {
    since: { chrome: 94, firefox: 130, safari: 16.4 },
    without: "mediabunny asks whether it is there, and copies the packets of a recording without decoding them",
  },
  VideoFrame: { since: { chrome: 94, firefox: 130, safari: 16.4 } },
  RTCRtpScriptTransform: { since: { chrome: 141, firefox: 117, safari: 15.4 } },
  requestIdleCallback: { since: { chrome: 47, firefox: 55 } },
  scheduler: { since: { chrome: 94, firefox: 142 } },
  navigation: {
    since: { chrome: 102, firefox: 147, safari: 26.2 },
    without: "React asks whether it is there",
  },
  CloseWatcher: { since: { chrome: 126, firefox: 149 } },
  ".adoptedStyleSheets": { since: { chrome: 73, firefox: 101, safari: 16.4 } },
  ".attachInternals": { since: { chrome: 77, firefox: 93, safari: 16.4 } },
  ".checkVisibility": { since: { chrome: 105, firefox: 106, safari: 17.4 } },
  ".requestClose": { since: { chrome: 134, firefox: 139, safari: 18.4 } },
  ".showPicker": { since: { chrome: 99, firefox: 101, safari: 16 } },
  ".showPopover": { since: { chrome: 114, firefox: 125, safari: 17 } },
  ".togglePopover": { since: { chrome: 114, firefox: 125, safari: 17 } },
  ".startViewTransition": {
    since: { chrome: 111, firefox: 144, safari: 18 },
    without: "React's for <ViewTransition>, which no screen has",
  },
  ".moveBefore": { since: { chrome: 133, firefox: 144 } },
  ".setHTMLUnsafe": { since: { chrome: 124, firefox: 128, safari: 17.4 } },
  ".permissions": {
    since: { chrome: 43, firefox: 46, safari: 16 },
    without: "a microphone that another program holds is tried again when the page is shown, not every few seconds",
  },
  ".userActivation": { since: { chrome: 72, firefox: 120, safari: 16.4 } },
  ".userAgentData": {
    since: { chrome: 90 },
    without: "AWS's SDK asks whether it is there",
  },
  "navigator.share": { since: { chrome: 128, safari: 12.1 } },
  ".wakeLock": {
    since: { chrome: 84, firefox: 126, safari: 16.4 },
    without: "the speaker's screen may go dark; the talk goes on",
  },
  ".audioSession": {
    since: { safari: 16.4 },
    without: "elsewhere what plays is taken for music anyway",
  },
  ".setSinkId": {
    since: { chrome: 49, firefox: 116, safari: 18.4 },
    without: "no choice of outputs is shown",
  },
  ".selectAudioOutput": {
    since: { firefox: 116 },
    without: "no picker of outputs is shown",
  },
  ".jitterBufferTarget": {
    since: { chrome: 124 },
    without: "no choice of the delay is shown",
  },
  ".setCodecPreferences": { since: { chrome: 76, firefox: 128, safari: 13.1 } },
  ".createWritable": { since: { chrome: 86, firefox: 111, safari: 26 } },
};

type Versions = Record<"chrome" | "firefox" | "safari", number>;

/** Whether one of these browsers lacks it. */
export const isNewerThan = (oldest: Versions, { since }: Feature): boolean =>
  (["chrome", "firefox", "safari"] as const).some(
    (browser) => (since[browser] ?? Number.POSITIVE_INFINITY) > oldest[browser],
  );

interface Node {
  type: string;
  [field: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === "Identifier" && typeof node.name === "string" ? node.name : null;

function regexFeatures(pattern: string, flags: string): string[] {
  const found: string[] = [];
  if (/\(\?<[=!]/.test(pattern)) found.push("syntax: lookbehind in a regular expression");
  if (flags.includes("v")) found.push("syntax: flag v of a regular expression");
  if (/\(\?[ims]*(?:-[ims]+)?:/.test(pattern.replaceAll("(?:", "")))
    found.push("syntax: modifiers in a regular expression");
  return found;
}

const textOf = (node: unknown): string =>
  isNode(node) && node.type === "Literal" && typeof node.value === "string" ? node.value : "";

/** What one node of a syntax tree uses, whether it is on the list or not. */
function usedBy(node: Node): string[] {
  switch (node.type) {
    case "MemberExpression": {
      if (node.computed) return [];
      const property = nameOf(node.property) ?? "";
      return [`.${property}`, `${nameOf(node.object)}.${property}`];
    }
    case "ObjectPattern":
      // `const { wakeLock } = navigator`
      return (node.properties as Node[]).map(({ key }) => `.${nameOf(key)}`);
    case "Identifier":
      return [String(node.name)];
    case "StaticBlock":
      return ["syntax: static block of a class"];
    case "Decorator":
      return ["syntax: decorator"];
    case "ImportAttribute":
      return ["syntax: import attributes"];
    case "VariableDeclaration":
      return String(node.kind).includes("using") ? ["syntax: using"] : [];
    case "Literal": {
      const { regex } = node as { regex?: { pattern: string; flags: string } };
      return regex ? regexFeatures(regex.pattern, regex.flags) : [];
    }
    case "NewExpression":
    case "CallExpression": {
      if (nameOf(node.callee) !== "RegExp") return [];
      const [pattern, flags] = node.arguments as unknown[];
      return regexFeatures(textOf(pattern), textOf(flags));
    }
    default:
      return [];
  }
}

/** The features of the list that a script uses. */
function featuresIn(script: string): Set<string> {
  const found = new Set<string>();
  const left: unknown[] = [parseAst(script)];
  while (left.length > 0) {
    const next = left.pop();
    if (Array.isArray(next)) left.push(...next);
    else if (isNode(next)) {
      for (const name of usedBy(next)) if (Object.hasOwn(FEATURES, name)) found.add(name);
      left.push(...Object.values(next).filter((value) => typeof value === "object"));
    }
  }
  return found;
}

/** What the scripts of a built page use of the list. */
export function featuresOfPage(folder: string): string[] {
  const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  return [...new Set(scripts.flatMap((file) => [...featuresIn(readFileSync(join(folder, file), "utf8"))]))].sort();
}
