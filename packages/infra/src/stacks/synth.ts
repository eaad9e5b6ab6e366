import { fileURLToPath } from "node:url";
import { bundleFunctions } from "../functions/bundle.ts";
import { type AppOptions, createApp } from "./app.ts";

export const TEMPLATES = fileURLToPath(new URL("../../cdk.out", import.meta.url));

/** Bundles the functions and writes the templates. Needs no account and no network. */
export async function synth({ outdir = TEMPLATES, ...options }: Omit<AppOptions, "outdir"> & { outdir?: string }) {
  await bundleFunctions();
  const made = createApp({ ...options, outdir });
  return { ...made, assembly: made.app.synth() };
}
