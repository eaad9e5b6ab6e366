import { CfnOutput, type Stack } from "aws-cdk-lib";
import type { Outputs } from "../names.ts";

export function addOutputs(stack: Stack, outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
}
