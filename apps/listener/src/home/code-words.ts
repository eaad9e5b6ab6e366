import { codeWordList } from "@lectern/session-api/words";
import { soundOf, typingErrors } from "./likeness.ts";
import { hyphenated } from "./session-code.ts";

const WORDS_PER_CODE = 4;
const MAX_NEAREST = 3;
/** A word that only sounds the same counts as this many typing errors. */
const SOUNDS_THE_SAME = 1.25;

const known = new Set(codeWordList);
const sounds = new Map(codeWordList.map((word) => [word, soundOf(word)]));

const wordsOf = (code: string): string[] => code.split("-");

/** The words that begin like the last one typed, in order; none if a single letter leaves more than `max`. */
function completionsOf(typed: string, max: number): readonly string[] {
  const code = hyphenated(typed.trimStart());
  const words = wordsOf(code);
  const last = words.at(-1) ?? "";
  // A link, or a code of another kind.
  if (/[^a-z-]/.test(code) || last === "" || words.length > WORDS_PER_CODE) return [];
  if (words.length === WORDS_PER_CODE && known.has(last)) return [];
  const found = codeWordList.filter((word) => word.startsWith(last));
  return last.length === 1 && found.length > max ? [] : found;
}

/** What is typed with its last word replaced, ready for the next. */
function complete(typed: string, word: string): string {
  const words = [...wordsOf(hyphenated(typed.trimStart())).slice(0, -1), word];
  return words.join("-") + (words.length < WORDS_PER_CODE ? "-" : "");
}

/** Why a code is likely not to be what was meant. */
export type Doubt =
  /** One of its words is likely to be mistyped. `nearest`: what it may be instead, likeliest first. */
  | { kind: "unknown-word"; code: string; word: string; nearest: readonly string[] }
  /** It is a sentence, and four of its words are a code. */
  | { kind: "more-words"; code: string; nearest: readonly [string] };

/** Of four words, the first that is not in the list; of more, those four that are. If none is, the code was chosen by somebody: no doubt. */
function doubtOf(code: string): Doubt | null {
  const words = wordsOf(code);
  if (words.length > WORDS_PER_CODE) {
    const [within, ...others] = words.flatMap((_, at) => codeAt(words, at) ?? []);
    return within === undefined || others.length > 0 ? null : { kind: "more-words", code, nearest: [within] };
  }
  if (words.length !== WORDS_PER_CODE || !words.some((word) => known.has(word))) return null;
  const word = words.find((each) => !known.has(each));
  return word === undefined ? null : { kind: "unknown-word", code, word, nearest: nearestTo(word) };
}

function codeAt(words: readonly string[], at: number): string | null {
  const four = words.slice(at, at + WORDS_PER_CODE);
  return four.length === WORDS_PER_CODE && four.every((word) => known.has(word)) ? four.join("-") : null;
}

/** The doubtful code with what is meant in the place of what is doubtful. */
function correct(doubt: Doubt, instead: string): string {
  if (doubt.kind === "more-words") return instead;
  const words = wordsOf(doubt.code);
  words.splice(words.indexOf(doubt.word), 1, instead);
  return words.join("-");
}

/** A word begun but not ended comes first, then one slip, then what sounds the same, then two slips after a right letter. */
export function nearestTo(wrong: string): readonly string[] {
  const sound = soundOf(wrong);
  const near = codeWordList
    .map((word) => ({ word, cost: costOf(wrong, sound, word), first: word[0] === wrong[0] ? 0 : 1 }))
    .filter(({ cost }) => cost <= (wrong.length < 4 ? SOUNDS_THE_SAME : 2))
    .sort((a, b) => a.cost - b.cost || a.first - b.first);
  const best = near[0]?.cost ?? 0;
  return near
    .filter(({ cost }) => cost <= best + 0.5)
    .slice(0, MAX_NEAREST)
    .map(({ word }) => word);
}

function costOf(wrong: string, sound: string, word: string): number {
  if (wrong.length > 1 && word.startsWith(wrong)) return 0.5;
  const errors = Math.abs(word.length - wrong.length) > 2 ? Number.POSITIVE_INFINITY : typingErrors(wrong, word);
  if (errors <= 1) return errors;
  if (sound.length > 1 && sound === sounds.get(word)) return SOUNDS_THE_SAME;
  return word[0] === wrong[0] ? errors : Number.POSITIVE_INFINITY;
}

/** Loaded only where a code is typed: what its words are likely to be when typed in part or wrong. */
export const codeWords = { completionsOf, complete, doubtOf, correct };
export type CodeWords = typeof codeWords;
