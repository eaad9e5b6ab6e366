import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type AppOptions, createAdoptionApp } from "../stacks/app.ts";
import { cdk } from "./cdk.ts";

const folder = fileURLToPath(new URL("../../dist/adoption", import.meta.url));

/** Takes a User Pool that exists into the environment's stack, as `cdk import` does; the deployment after it finds it there. */
export function adopt(region: string, what: Omit<AppOptions, "outdir">, userPoolId: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const outdir = `${folder}/cdk.out`;
  const template = createAdoptionApp({ ...what, outdir })
    .synth()
    .getStackArtifact("KVSWebRTCStack").template;
  // The User Pool is all there is in it.
  const [logicalId = ""] = Object.keys(template.Resources);
  const mapping = `${folder}/resources.json`;
  writeFileSync(mapping, JSON.stringify({ [logicalId]: { UserPoolId: userPoolId } }));
  cdk(region, outdir, "import", "KVSWebRTCStack", "--resource-mapping", mapping);
}
