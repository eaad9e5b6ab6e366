/** `npm run build [-- --env NAME]`: builds both pages from `.env` (or `.env.NAME`), and says where they are. */
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { readOptions, root, run } from "../command-line.ts";
import { explain, readConfiguration, readVariables } from "../deployment/configuration.ts";
import { buildPage } from "../deployment/pages.ts";
import { InfraError } from "../errors.ts";
import { OPTIONS } from "../options.ts";

await run(async () => {
  const { env, out } = readOptions(OPTIONS.build);
  const variables = readVariables(env);
  const read = readConfiguration(variables);
  if (!read.ok) {
    const lines = read.problems.map(explain).map(({ says, mend }) => `✗ ${says}\n    → ${mend}`);
    throw new InfraError("bad-settings", lines.join("\n"));
  }
  // What a file holds beside the pages' variables is none of theirs.
  const own = Object.entries(variables).filter(
    (entry): entry is [string, string] => entry[0].startsWith("VITE_") && entry[1] !== undefined,
  );
  const pages = ["speaker", "listener"] as const;
  for (const page of pages) {
    const folder = resolve(root, out, page);
    rmSync(folder, { recursive: true, force: true });
    buildPage(root, page, Object.fromEntries(own), folder);
  }
  console.log(
    [
      "",
      `  Speaker     ${join(out, "speaker")}`,
      `  Listeners   ${join(out, "listener")}, for ${read.configuration.listenerUrl}`,
      "",
      "  Each belongs on an HTTPS host of its own: docs/configuration.md says what that must do.",
      `  Then: npm run doctor${env === undefined ? "" : ` -- --env ${env}`}`,
      "",
    ].join("\n"),
  );
  return 0;
});
