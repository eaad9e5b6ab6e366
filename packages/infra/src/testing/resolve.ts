/** Values of logical IDs, `LogicalId.Attribute` and exports. The first pattern that matches counts. */
export type Deployed = readonly (readonly [name: RegExp, value: string])[];

const PSEUDO: Deployed = [
  [/^AWS::Region$/, "us-east-1"],
  [/^AWS::AccountId$/, "123456789012"],
  [/^AWS::Partition$/, "aws"],
];

/** Resolves the intrinsic functions in part of a template, as CloudFormation would. @throws Error for unknown ones */
export function resolve<T>(part: T, deployed: Deployed): T {
  const deployedAs = (name: string): string => {
    const found = [...PSEUDO, ...deployed].find(([pattern]) => pattern.test(name));
    if (found === undefined) throw new Error(`nothing is known of ${name}`);
    return found[1];
  };
  const resolved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolved);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    const [[intrinsic, argument] = []] = entries;
    if (entries.length === 1) {
      if (intrinsic === "Ref" || intrinsic === "Fn::ImportValue") return deployedAs(argument);
      if (intrinsic === "Fn::GetAtt") return deployedAs(argument.join("."));
      if (intrinsic === "Fn::Join") return argument[1].map(resolved).join(argument[0]);
      if (intrinsic?.startsWith("Fn::")) throw new Error(`${intrinsic} is not known here`);
    }
    return Object.fromEntries(entries.map(([name, member]) => [name, resolved(member)]));
  };
  return resolved(part) as T;
}
