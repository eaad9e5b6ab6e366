/** `npm run synth [-- --env NAME]`: writes the templates to packages/infra/cdk.out, with no account. */
import { readEnvironmentName, readSettings } from "../settings/read-settings.ts";
import { synth } from "../stacks/synth.ts";
import { readOptions, root, run, version } from "./run.ts";

await run(async () => {
  const { env } = readOptions({ env: { type: "string", default: "prod" } });
  const environmentName = readEnvironmentName(env);
  const { assembly } = await synth({
    environmentName,
    settings: readSettings(root, environmentName),
    version: version(),
  });
  for (const stack of assembly.stacks) console.log(`${stack.stackName}\t${stack.templateFullPath}`);
  return 0;
});
