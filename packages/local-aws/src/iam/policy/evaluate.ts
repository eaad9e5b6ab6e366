import type { PolicyDocument, Statement } from "@lectern/infra/policies";
import { LocalAwsError } from "../../errors.ts";
import { conditionsHold } from "./conditions.ts";
import { matches } from "./match.ts";
import { type Context, readPattern } from "./pattern.ts";

/** One question put to a policy. */
export interface Asked {
  action: string;
  /** Absent for trust policies, whose statements name a principal instead. */
  resource?: string;
  /** Trust policies: who asks, e.g. `{ Federated: "cognito-identity.amazonaws.com" }`. */
  principal?: Readonly<Record<string, string>>;
  context: Context;
  /** Condition keys a request of this kind can carry; prefixes end in "/". */
  contextPrefixes: readonly string[];
}

const ELEMENTS = new Set(["Sid", "Effect", "Action", "Resource", "Principal", "Condition"]);

const anyMatches = (
  patterns: string | readonly string[],
  text: string,
  context: Context,
  ignoreCase: boolean,
): boolean =>
  [patterns].flat().some((entry) => {
    const pattern = readPattern(entry, context);
    return pattern !== undefined && matches(pattern, text, ignoreCase);
  });

function namesPrincipal(statement: Statement, principal: Asked["principal"]): boolean {
  if (principal === undefined) return statement.Principal === undefined;
  return Object.entries(principal).some(([type, name]) => [statement.Principal?.[type] ?? []].flat().includes(name));
}

function applies(statement: Statement, asked: Asked): boolean {
  for (const element of Object.keys(statement)) {
    if (!ELEMENTS.has(element)) {
      throw new LocalAwsError("unsupported-policy", `The policy element ${element} is not supported.`);
    }
  }
  // First, so that an unknown operator or key is reported by every request, not only by those that reach it.
  const holds = conditionsHold(statement.Condition ?? {}, asked.context, asked.contextPrefixes);
  const { resource } = asked;
  return (
    holds &&
    namesPrincipal(statement, asked.principal) &&
    anyMatches(statement.Action, asked.action, asked.context, true) &&
    (resource === undefined || anyMatches(statement.Resource ?? [], resource, asked.context, false))
  );
}

/**
 * What one document says: an explicit "deny" wins over "allow"; "silent" is a refusal too, worded differently.
 * @throws LocalAwsError "unsupported-policy"
 */
export function evaluate(policy: PolicyDocument, asked: Asked): "allow" | "deny" | "silent" {
  const effects = policy.Statement.filter((statement) => applies(statement, asked)).map(({ Effect }) => Effect);
  if (effects.includes("Deny")) return "deny";
  return effects.includes("Allow") ? "allow" : "silent";
}
