import * as v from "valibot";
import { expect, test } from "vitest";
import { integer, listOf, mapOf, oneOf, readInput, text } from "./model.ts";
import { AwsError } from "./service.ts";

const name = text({ min: 1, max: 8, pattern: "[\\w-]+" });
const schema = v.object({
  UserName: name,
  Password: v.optional(text({ min: 3, pattern: "[\\S]+", secret: true })),
  Flow: v.optional(oneOf("A", "B")),
  Count: v.optional(integer({ min: 1, max: 60 })),
  Enabled: v.optional(v.boolean()),
  Tags: v.optional(listOf(v.object({ Key: name }), { min: 1, max: 2 })),
  Logins: v.optional(mapOf({ min: 1 }, { max: 4, pattern: "[a-z]*" }, 2)),
});

function refusalOf(input: unknown): string {
  try {
    readInput(schema, input, (message) => new AwsError("Invalid", message));
  } catch (error) {
    if (error instanceof AwsError) return `${error.type}: ${error.message}`;
    throw error;
  }
  return "none";
}

const PATTERN = "Member must satisfy regular expression pattern:";

test("tells every broken constraint in one message, as AWS words it", () => {
  expect(refusalOf({ UserName: "ada" })).toBe("none");
  expect(refusalOf({})).toBe(
    "Invalid: 1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null",
  );
  expect(refusalOf({ UserName: "", Password: "" })).toBe(
    "Invalid: 4 validation errors detected: " +
      "Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 3; " +
      `Value at 'password' failed to satisfy constraint: ${PATTERN} [\\S]+; ` +
      "Value '' at 'userName' failed to satisfy constraint: Member must have length greater than or equal to 1; " +
      `Value '' at 'userName' failed to satisfy constraint: ${PATTERN} [\\w-]+`,
  );
});

test.each([
  [{ Flow: "C" }, "Value 'C' at 'flow' failed to satisfy constraint: Member must satisfy enum value set: [A, B]"],
  [
    { Count: 61 },
    "Value '61' at 'count' failed to satisfy constraint: Member must have value less than or equal to 60",
  ],
  [{ Tags: [] }, "Value at 'tags' failed to satisfy constraint: Member must have length greater than or equal to 1"],
  [{ Tags: [{}] }, "Value null at 'tags.1.member.key' failed to satisfy constraint: Member must not be null"],
  [
    { Logins: { a: "B" } },
    `Value at 'logins' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 4, ${PATTERN} [a-z]*]`,
  ],
])("judges %j", (more, violation) => {
  expect(refusalOf({ UserName: "ada", ...more })).toBe(`Invalid: 1 validation error detected: ${violation}`);
});

test.each([
  [{ UserName: 1 }, "NUMBER_VALUE can not be converted to a String"],
  [{ UserName: true }, "TRUE_VALUE can not be converted to a String"],
  [{ UserName: ["ada"] }, "Start of list found where not expected"],
  [{ UserName: { a: "b" } }, "Start of structure or map found where not expected."],
  [{ Count: "1" }, "STRING_VALUE can not be converted to an Integer"],
  [{ Tags: "a" }, "Expected list or null"],
  [{ Logins: "a" }, "Expected map or null"],
  [[], "Start of list found where not expected"],
  ["ada", ""],
  [undefined, ""],
])("says of the wrong type in %j what AWS says, before any constraint", (input, message) => {
  expect(refusalOf(input)).toBe(`SerializationException: ${message}`);
});
