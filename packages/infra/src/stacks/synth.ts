import { fileURLToPath } from "node:url";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import { bundleFunctions } from "../functions/bundle.ts";
import { type AppOptions, createApp } from "./app.ts";

export const TEMPLATES = fileURLToPath(new URL("../../cdk.out", import.meta.url));

/** Bundles the functions and writes the templates. Needs no account and no network. */
export async function synth(options: Omit<AppOptions, "outdir">): Promise<CloudAssembly> {
  await bundleFunctions();
  return createApp({ ...options, outdir: TEMPLATES }).synth();
}
