import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";

/** Packages that a command imports, by itself or through other files. */
async function packagesOf(command: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`${command}.ts`, import.meta.url))],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    write: false,
    metafile: true,
  });
  return Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
}

it.each(["build", "destroy", "doctor", "emergency-stop", "env-pull"])("%s does not load the CDK", async (command) => {
  expect(await packagesOf(command)).not.toContainEqual(expect.stringMatching(/cdk|constructs/));
});

it.each(["deploy", "synth"])("%s loads the CDK", async (command) => {
  expect(await packagesOf(command)).toContain("aws-cdk-lib");
});
