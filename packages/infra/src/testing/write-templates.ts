import { rmSync } from "node:fs";
import * as v from "valibot";
import { bundleFunctions } from "../functions/bundle.ts";
import { settingsSchema } from "../settings/settings.ts";
import { createAdoptionApp, createApp } from "../stacks/app.ts";
import { ENVIRONMENT, everything, folderOf } from "./templates.ts";

/** Vitest's global setup: writes the templates that the tests read. A finding of cdk-nag fails the run. */
export async function setup(): Promise<void> {
  await bundleFunctions();
  const common = { environmentName: ENVIRONMENT, version: "1.2.3" };
  const variants = { plain: v.parse(settingsSchema, {}), everything: v.parse(settingsSchema, everything) };
  for (const [name, settings] of Object.entries(variants)) {
    const outdir = folderOf(name as keyof typeof variants);
    rmSync(outdir, { recursive: true, force: true });
    createApp({ ...common, settings, outdir }).synth();
  }
  createAdoptionApp({ ...common, settings: variants.plain, outdir: folderOf("adoption") }).synth();
}
