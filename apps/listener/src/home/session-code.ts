import { plainText } from "@lectern/primitives";

/** More than any invitation that is pasted as a whole. */
const MAX_READ = 10_000;
/** More than any code with blanks and dashes around its words. */
const MAX_TYPED = 200;
const WORDS_PER_CODE = 4;

const CODE = /^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$/;
/** As a code is shown and sent: at least four words with hyphens and nothing else between them. */
const WHOLE_CODE = /^[a-z0-9]+(-+[a-z0-9]+){3,}$/;
/** What stands between two words as people type and dictate it: blanks, dashes, a comma, a full stop. */
const BETWEEN = /-{0,5}(?:[\s_]|[.,](?=\s|$))[\s_.,-]*/g;
/** Any other mark: words on both sides of it are not of one code. */
const MARKS = /[^\p{L}\p{M}\p{N}\s_.,/@-]+/u;

/** In small letters, with one kind of hyphen. */
const plain = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/[\p{Pd}−]/gu, "-");

/** What is typed so far, with one hyphen between two words. */
export const hyphenated = (typed: string): string => plain(typed.slice(0, MAX_TYPED)).replace(BETWEEN, "-");

/**
 * The one code in what was typed, pasted or scanned: a code, its words with blanks between them, a link, either of them
 * with anything around it. Null where there is none, or where it could be one or the other.
 */
export function readSessionCode(text: string): string | null {
  if (text.length > MAX_READ) return null;
  const links = text.split(/\s+/).flatMap((token) => linkedIn(plain(decoded(decoded(token)))));
  const found = links.length > 0 ? links.flatMap(codesOfLink) : codesIn(plain(text));
  const codes = new Set(found.filter((code) => CODE.test(code)));
  const [only] = codes;
  return only !== undefined && codes.size === 1 ? only : null;
}

/** What follows `/s/`, up to the next part of an address. Links are within links as well, encoded twice. */
const linkedIn = (token: string): string[] =>
  Array.from(token.matchAll(/\/s\/+([^/?#&]+)/g), ([, part = ""]) => part.replace(/^[^\p{L}\p{M}\p{N}]+/u, ""));

/** The code comes first, and a mark ends it. Links cut off with an ellipsis have only the beginning of one. */
function codesOfLink(part: string): string[] {
  const [first = ""] = part.split(MARKS);
  const [beforeStop = ""] = first.split(/[.,]/, 1);
  return WHOLE_CODE.test(beforeStop) ? [beforeStop] : codesIn(first);
}

function codesIn(text: string): string[] {
  const phrases = text
    .split(MARKS)
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0);
  const whole = phrases
    .flat()
    .map((token) => token.replace(/\.{2,}$/, ""))
    .filter((token) => WHOLE_CODE.test(token));
  return whole.length > 0 ? whole : phrases.flatMap((tokens) => codeOfPhrase(tokens, phrases.length === 1));
}

const tokensOf = (phrase: string): string[] =>
  phrase
    .split(BETWEEN)
    .map((token) => token.replace(/^[-.,/@]+|[-,/@]+$/g, ""))
    .filter(Boolean);

/** @param alone - there is no other phrase */
function codeOfPhrase(tokens: string[], alone: boolean): string[] {
  const code = tokens.join("-");
  const words = code.split(/-+/).length;
  // So few words, with blanks and hyphens in turn, are a code begun in one way and ended in the other.
  const oneWay = tokens.length === 1 || words === tokens.length;
  const isCode = alone
    ? oneWay || words <= WORDS_PER_CODE
    : words === WORDS_PER_CODE || (tokens.length === 1 && words > 1);
  return isCode ? [code] : [];
}

/** Percent-encoded characters as themselves. */
function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

/** The code in the address of a session's page, or what stands there instead of one; null for any other page. */
export function sessionCodeOf(pathname: string): string | null {
  const [, part] = /^\/+s\/+([^/]+)/i.exec(pathname) ?? [];
  if (!part) return null;
  return readSessionCode(pathname) ?? decoded(part).trim();
}

export const pathOfSession = (code: string): string => `/s/${encodeURIComponent(code)}`;
