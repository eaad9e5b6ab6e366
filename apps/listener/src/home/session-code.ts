/** What a person may type or paste for a code: the code, its words with blanks between them, or the whole link. */
export function readSessionCode(typed: string): string | null {
  const last = typed.trim().split("/s/").at(-1) ?? "";
  const [beforeQuery = ""] = last.split(/[?#/]/, 1);
  const code = beforeQuery
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
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
