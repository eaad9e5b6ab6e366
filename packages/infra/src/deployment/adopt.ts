import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type AppOptions, createAdoptionApp } from "../stacks/app.ts";
import { cdk } from "./cdk.ts";

const folder = fileURLToPath(new URL("../../dist/adoption", import.meta.url));

/** Imports an existing User Pool into the environment's stack, before it is deployed. */
export function adopt(region: string, what: Omit<AppOptions, "outdir">, userPoolId: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const outdir = `${folder}/cdk.out`;
  const template = createAdoptionApp({ ...what, outdir })
    .synth()
    .getStackArtifact("KVSWebRTCStack").template;
  // The only resource is the User Pool.
  const [logicalId = ""] = Object.keys(template.Resources);
  const mapping = `${folder}/resources.json`;
  writeFileSync(mapping, JSON.stringify({ [logicalId]: { UserPoolId: userPoolId } }));
  cdk(region, outdir, "import", "KVSWebRTCStack", "--resource-mapping", mapping);
}
