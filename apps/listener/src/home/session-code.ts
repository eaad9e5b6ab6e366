/** More than any code with blanks and dashes around its words. */
const MAX_TYPED = 200;

/** What stands between two words as people type and dictate it (blanks, dashes of any kind, a full stop), as one hyphen. */
export const hyphenated = (typed: string): string =>
  typed
    .slice(0, MAX_TYPED)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐-―−]/g, "-")
    .replace(/-*(?:[\s_]|[.,](?=\s|$))[\s_.,-]*/g, "-");

/** What a person may type or paste for a code: the code, its words with blanks between them, or the whole link. */
export function readSessionCode(typed: string): string | null {
  const last = typed.trim().split("/s/").at(-1) ?? "";
  const [beforeQuery = ""] = last.split(/[?#/]/, 1);
  if (beforeQuery.length > MAX_TYPED) return null;
  const code = hyphenated(beforeQuery.trim()).replace(/-+$/, "");
  return /^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$/.test(code) ? code : null;
}

/** The code in the address of a session's page; null for any other page. */
export function sessionCodeOf(pathname: string): string | null {
  const [, code] = /^\/s\/([^/]+)\/?$/.exec(pathname) ?? [];
  if (!code) return null;
  try {
    return decodeURIComponent(code).trim().toLowerCase();
  } catch {
    return code;
  }
}

export const pathOfSession = (code: string): string => `/s/${encodeURIComponent(code)}`;
