import * as v from "valibot";
import { AwsError } from "./service.ts";

/** What a service's published model says of a string. */
export interface TextShape {
  /** Fewest and most characters. */
  min?: number;
  max?: number;
  /** What all of it must match. */
  pattern?: string;
  /** Its value is not told in refusals. */
  secret?: boolean;
}

const LONGEST = (max: number) => `Member must have length less than or equal to ${max}`;
const SHORTEST = (min: number) => `Member must have length greater than or equal to ${min}`;

const patterns = new Map<string, RegExp>();
function matches(text: string, pattern: string): boolean {
  const regex = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`, "u");
  patterns.set(pattern, regex);
  return regex.test(text);
}

/** Everything that is asked of such a string, and whether this one meets it. */
function judge({ min, max, pattern }: TextShape, text: string): { constraint: string; met: boolean }[] {
  return [
    ...(max === undefined ? [] : [{ constraint: LONGEST(max), met: text.length <= max }]),
    ...(min === undefined ? [] : [{ constraint: SHORTEST(min), met: text.length >= min }]),
    ...(pattern === undefined
      ? []
      : [{ constraint: `Member must satisfy regular expression pattern: ${pattern}`, met: matches(text, pattern) }]),
  ];
}

/** A string of this shape. */
export const text = (shape: TextShape) =>
  v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const { constraint, met } of judge(shape, dataset.value)) {
        if (!met) addIssue({ message: constraint, input: shape.secret ? undefined : dataset.value });
      }
    }),
  );

/** One of these strings. */
export const oneOf = <const T extends readonly string[]>(...values: T) =>
  v.pipe(
    v.string(),
    v.check((value) => values.includes(value), `Member must satisfy enum value set: [${values.join(", ")}]`),
    v.picklist(values),
  );

export const integer = ({ min, max }: { min: number; max: number }) =>
  v.pipe(
    v.number(),
    v.check((value) => value >= min, `Member must have value greater than or equal to ${min}`),
    v.check((value) => value <= max, `Member must have value less than or equal to ${max}`),
  );

export const listOf = <S extends v.GenericSchema>(item: S, { min = 0, max = Number.POSITIVE_INFINITY } = {}) =>
  v.pipe(
    v.array(item),
    v.check((list) => list.length <= max, LONGEST(max)),
    v.check((list) => list.length >= min, SHORTEST(min)),
  );

/** A map from strings to strings. */
export const mapOf = (key: TextShape, value: TextShape, max = Number.POSITIVE_INFINITY) =>
  v.pipe(
    v.record(v.string(), v.string()),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const entries = Object.entries(dataset.value);
      const broken = (texts: string[], shape: TextShape) =>
        texts.some((each) => judge(shape, each).some(({ met }) => !met));
      const asked = (shape: TextShape) =>
        judge(shape, "")
          .map(({ constraint }) => constraint)
          .join(", ");
      const refuse = (message: string) => addIssue({ message, input: undefined });
      if (entries.length > max) refuse(LONGEST(max));
      if (broken(Object.keys(dataset.value), key)) refuse(`Map keys must satisfy constraint: [${asked(key)}]`);
      if (broken(Object.values(dataset.value), value)) refuse(`Map value must satisfy constraint: [${asked(value)}]`);
    }),
  );

/** AWS's models name members in camel case, whatever the wire does: `RoleArn` is `roleArn`. */
const modelName = (member: string): string => member.charAt(0).toLowerCase() + member.slice(1);

const nameOf = ({ path }: v.BaseIssue<unknown>): string =>
  (path ?? []).map(({ key }) => (typeof key === "number" ? `${key + 1}.member` : modelName(String(key)))).join(".");

function violation(issue: v.BaseIssue<unknown>): string {
  const { input, kind } = issue;
  const told = typeof input === "string" || typeof input === "number" ? `'${input}' ` : "";
  const [value, constraint] = kind === "schema" ? ["null ", "Member must not be null"] : [told, issue.message];
  return `Value ${value}at '${nameOf(issue)}' failed to satisfy constraint: ${constraint}`;
}

/**
 * AWS's words for broken constraints: all of them in one message, by member, lengths before patterns.
 * @see https://github.com/amazon-archives/amazon-cognito-identity-js/issues/388
 */
function violations(issues: readonly v.BaseIssue<unknown>[]): string {
  const sorted = issues.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const count = `${sorted.length} validation error${sorted.length > 1 ? "s" : ""} detected`;
  return `${count}: ${sorted.map(violation).join("; ")}`;
}

const scalars: Readonly<Record<string, string>> = { string: "a String", number: "an Integer", boolean: "a Boolean" };
const containers: Readonly<Record<string, string>> = {
  array: "Expected list or null",
  record: "Expected map or null",
  object: "Expected null",
};

/** What AWS's JSON services say of a value of another type than the model's, as far as reports tell; else nothing. */
function wrongType({ input, type, path }: v.BaseIssue<unknown>): string {
  if (Array.isArray(input)) return "Start of list found where not expected";
  if (path === undefined) return "";
  const scalar = scalars[type];
  if (typeof input === "object")
    return scalar === undefined ? "" : "Start of structure or map found where not expected.";
  if (scalar === undefined) return containers[type] ?? "";
  const token = typeof input === "boolean" ? String(input) : typeof input;
  return `${token.toUpperCase()}_VALUE can not be converted to ${scalar}`;
}

/**
 * Input as a service's model has it. A wrong type is told before any constraint.
 * @param refusal - the service's error for constraints that are broken
 * @throws AwsError SerializationException, or the refusal
 */
export function readInput<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  refusal: (message: string) => AwsError,
): v.InferOutput<S> {
  // To valibot a list is an object too.
  if (Array.isArray(input)) throw new AwsError("SerializationException", "Start of list found where not expected");
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const { issues } = parsed;
  const mistyped = issues.find((issue) => issue.kind === "schema" && (issue.input !== undefined || !issue.path));
  if (mistyped !== undefined) throw new AwsError("SerializationException", wrongType(mistyped));
  throw refusal(violations(issues));
}
