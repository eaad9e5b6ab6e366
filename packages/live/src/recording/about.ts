import * as v from "valibot";

/** The latest moment a Date can hold. */
const LATEST_MS = 8.64e15;

const aboutSchema = v.object({
  /** The `sub` of the account that spoke. */
  owner: v.string(),
  /** As it was when the recording began. */
  title: v.pipe(v.string(), v.maxLength(500)),
  /** Epoch ms of this device. */
  startedAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST_MS)),
  container: v.picklist(["mp4", "webm"]),
});

/** What is written beside the sound, once, when a recording begins. */
export type About = v.InferOutput<typeof aboutSchema>;
export type Container = About["container"];

/** null: nothing this page wrote. */
export function readAbout(text: string): About | null {
  try {
    const parsed = v.safeParse(aboutSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Its folder, named by session and start. */
export const folderName = (code: string, startedAt: number): string =>
  `${code.replaceAll(/[^\p{L}\p{N}-]/gu, "_").slice(0, 100)}-${startedAt}`;

const two = (value: number): string => String(value).padStart(2, "0");

/** The downloaded file's name: the title and the local start, without what file systems refuse. */
export function fileName({ title, startedAt, container }: About): string {
  const at = new Date(startedAt);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const spoken = title
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069\\/:*?"<>|]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[ .]+/, "")
    .slice(0, 120)
    .trim();
  return `${spoken || "Talk"} ${day} ${two(at.getHours())}.${two(at.getMinutes())}.${container === "mp4" ? "m4a" : "webm"}`;
}
