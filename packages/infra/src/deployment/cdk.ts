import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { InfraError } from "../errors.ts";

const cli = createRequire(import.meta.url).resolve("aws-cdk/bin/cdk");

/** Runs the CDK's command on synthesized templates. @throws InfraError "tool-failed" */
export function cdk(region: string, templates: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [cli, "--app", templates, "--no-notices", ...args], {
    stdio: "inherit",
    env: {
      ...process.env,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      CDK_DISABLE_CLI_TELEMETRY: "true",
      CDK_DISABLE_VERSION_CHECK: "true",
    },
  });
  if (status !== 0) throw new InfraError("tool-failed", `cdk ${args[0]} failed; it says above why.`);
}
