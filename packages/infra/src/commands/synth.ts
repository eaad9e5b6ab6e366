/** `npm run synth [-- --env NAME]`: writes the templates to packages/infra/cdk.out. Needs no account. */

import { readOptions, root, run, version } from "../command-line.ts";
import { OPTIONS } from "../options.ts";
import { readEnvironmentName, readSettings } from "../settings/read-settings.ts";
import { synth } from "../stacks/synth.ts";

await run(async () => {
  const { env } = readOptions(OPTIONS.synth);
  const environmentName = readEnvironmentName(env);
  const { stacks } = await synth({
    environmentName,
    settings: readSettings(root, environmentName),
    version: version(),
  });
  for (const { stackName, templateFullPath } of stacks) console.log(`${stackName}\t${templateFullPath}`);
  return 0;
});
