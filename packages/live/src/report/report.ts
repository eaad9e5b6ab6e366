import type { Journal } from "./journal.ts";

export interface ReportFacts {
  /** Which page. */
  page: string;
  version: string;
  journal: Journal;
  /** What ended it, if anything did. */
  error?: unknown;
}

/** Addresses, and anything long enough to be a token, a key, an id or a link. */
const TELLING = [
  /\b[a-z][a-z+.-]*:\/\/\S+/gi,
  /\S+@\S+/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/g,
  /\b[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}\b/gi,
  /[\w+/=-]{20,}/g,
];

/** A sentence of somebody else's code, without what it may tell about a person. */
export const withoutSecrets = (text: string): string =>
  TELLING.reduce((left, telling) => left.replace(telling, "…"), text).slice(0, 300);

const MAX_CAUSES = 5;

/** An error and its causes, each by its name and its code or message. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  for (let cause = error; cause !== undefined && cause !== null && parts.length < MAX_CAUSES; ) {
    if (!(cause instanceof Error)) {
      parts.push(typeof cause);
      break;
    }
    const code = "code" in cause ? String(cause.code) : "";
    // The name of a kind, however long, tells nothing of anybody.
    parts.push(`${withoutSecrets(cause.name)}: ${/^[a-z-]+$/i.test(code) ? code : withoutSecrets(cause.message)}`);
    cause = cause.cause;
  }
  return parts.join(" ← ");
}

/** All of it as plain text: versions, states, events. No address, name, link or secret is in it. */
export function writeReport({ page, version, journal, error }: ReportFacts): string {
  const { userAgent, language, onLine } = navigator;
  return [
    `Lectern, the ${page}'s page, ${version}`,
    new Date().toISOString(),
    `${userAgent}; ${language}; ${onLine ? "online" : "offline"}; ${document.visibilityState}`,
    ...(error === undefined ? [] : [`Error  ${describeError(error)}`]),
    "",
    ...journal.lines().map(withoutSecrets),
  ].join("\n");
}
