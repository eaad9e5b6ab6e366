import type { PolicyDocument, Statement } from "@lectern/infra/policies";
import { describe, expect, it } from "vitest";
import { type Asked, evaluate } from "./evaluate.ts";

const policy = (...statements: Statement[]): PolicyDocument => ({ Version: "2012-10-17", Statement: statements });
const allow = (rest: Partial<Statement>): Statement => ({ Effect: "Allow", Action: "s:Do", Resource: "*", ...rest });

const ask = (document: PolicyDocument, asked: Partial<Asked> = {}) =>
  evaluate(document, {
    action: "s:Do",
    resource: "arn:aws:s:r:1:thing/a",
    context: {},
    contextPrefixes: ["aws:PrincipalTag/"],
    ...asked,
  });

describe("evaluate", () => {
  it("is silent where no statement applies", () => {
    expect(ask(policy())).toBe("silent");
    expect(ask(policy(allow({ Action: "s:Other" })))).toBe("silent");
    expect(ask(policy(allow({ Resource: "arn:aws:s:r:1:thing/b" })))).toBe("silent");
  });

  it("lets an explicit Deny win, in whatever order", () => {
    const deny: Statement = { Effect: "Deny", Action: "s:*", Resource: "*" };
    expect(ask(policy(allow({}), deny))).toBe("deny");
    expect(ask(policy(deny, allow({})))).toBe("deny");
  });

  it.each([
    ["arn:aws:s:r:1:thing/*", true],
    ["arn:aws:s:r:1:*", true],
    ["arn:aws:s:r:1:thing/?", true],
    ["arn:aws:s:r:1:thing/??", false],
    ["arn:aws:s:r:1:thing", false],
    ["ARN:aws:s:r:1:thing/a", false],
    ["arn.aws:s:r:1:thing/a", false],
  ])("matches the resource %s: %s", (Resource, expected) => {
    expect(ask(policy(allow({ Resource }))) === "allow").toBe(expected);
  });

  it("decides within milliseconds, however many wildcards there are", () => {
    const resource = "a".repeat(2000);
    expect(ask(policy(allow({ Resource: `${"*a".repeat(40)}b` })), { resource })).toBe("silent");
    expect(ask(policy(allow({ Resource: `${"*a".repeat(40)}*` })), { resource })).toBe("allow");
  });

  it("matches actions without regard to letter case", () => {
    expect(ask(policy(allow({ Action: "S:d*" })))).toBe("allow");
  });

  describe("policy variables", () => {
    const tagged = policy(allow({ Resource: "arn:aws:s:r:1:thing/$" + "{aws:PrincipalTag/who}" }));

    it("fills in a principal tag", () => {
      expect(ask(tagged, { context: { "aws:PrincipalTag/who": ["a"] } })).toBe("allow");
      expect(ask(tagged, { context: { "aws:PrincipalTag/who": ["b"] } })).toBe("silent");
    });

    it("matches nothing without the tag", () => {
      expect(ask(tagged)).toBe("silent");
      expect(ask(tagged, { resource: "arn:aws:s:r:1:thing/" })).toBe("silent");
    });

    it("takes a wildcard in a tag's value for an ordinary character", () => {
      expect(ask(tagged, { context: { "aws:PrincipalTag/who": ["*"] } })).toBe("silent");
      expect(ask(tagged, { context: { "aws:PrincipalTag/who": ["*"] }, resource: "arn:aws:s:r:1:thing/*" })).toBe(
        "allow",
      );
    });

    it("throws on a variable it does not know", () => {
      const unknown = policy(allow({ Resource: "$" + "{aws:SourceIp}" }));
      expect(() => ask(unknown)).toThrow(expect.objectContaining({ code: "unsupported-policy" }));
    });
  });

  describe("conditions", () => {
    const key = "aws:PrincipalTag/who";
    const when = (operator: string, value: string | string[]) =>
      policy(allow({ Condition: { [operator]: { [key]: value } } }));

    it.each([
      ["StringEquals", "a*", ["a*"], true],
      ["StringEquals", "a*", ["ab"], false],
      ["StringEquals", ["x", "y"], ["y"], true],
      ["StringEquals", "a", undefined, false],
      ["StringEquals", "a", ["a", "a"], false],
      ["StringLike", "a*", ["ab"], true],
      ["StringLike", "a*", ["ba"], false],
      ["StringLike", "a*", undefined, false],
      ["ForAnyValue:StringLike", "a*", ["x", "ab"], true],
      ["ForAnyValue:StringLike", "a*", ["x"], false],
      ["ForAnyValue:StringLike", "*", [], false],
      ["ForAnyValue:StringLike", "*", undefined, false],
    ])("%s %j on %j: %s", (operator, expected, actual, holds) => {
      const context = actual === undefined ? {} : { [key]: actual };
      expect(ask(when(operator, expected), { context }) === "allow").toBe(holds);
    });

    it("throws on an operator, a key or an element it does not know, also when the statement would not apply", () => {
      const unsupported = expect.objectContaining({ code: "unsupported-policy" });
      expect(() => ask(when("StringNotEquals", "a"))).toThrow(unsupported);
      expect(() => ask(when("constructor", "a"))).toThrow(unsupported);
      expect(() => ask(policy(allow({ Condition: { StringEquals: { "aws:SourceIp": "::1" } } })))).toThrow(unsupported);
      expect(() => ask(when("NumericEquals", "1"), { action: "s:Other" })).toThrow(unsupported);
      const notAction = { ...allow({}), NotAction: "s:Other" };
      expect(() => ask(policy(notAction))).toThrow(unsupported);
    });
  });
});
