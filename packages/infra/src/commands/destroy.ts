/** `npm run destroy -- --env NAME`: the environment's channels first, then everything that was deployed, its accounts excepted. */
import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { openAccount } from "../account/account.ts";
import { deleteChannels } from "../account/channels.ts";
import { cdk } from "../deployment/cdk.ts";
import { emptyBucket } from "../deployment/upload.ts";
import { readEnvironmentName, readSettings } from "../settings/read-settings.ts";
import { stackNames } from "../stacks/app.ts";
import { synth, TEMPLATES } from "../stacks/synth.ts";
import { confirm, readOptions, root, run, version } from "./run.ts";

await run(async () => {
  const { env, yes } = readOptions({ env: { type: "string" }, yes: { type: "boolean", default: false } });
  const environmentName = readEnvironmentName(env);
  const settings = readSettings(root, environmentName);
  const account = await openAccount(settings.region);
  console.log(`Account ${await account.id()}, region ${account.region}`);
  if (!yes) await confirm(`All sessions and links of ${environmentName} are lost.`, environmentName);

  const names = stackNames(environmentName);
  const identity = await account.outputs(names.kvsWebRtc);
  const web = await account.outputs(names.web);
  const channels = () => deleteChannels(new KinesisVideoClient({ region: account.region }), environmentName);
  console.log(`Deleted ${await channels()} channels.`);
  for (const bucket of [web?.SpeakerBucket, web?.ListenerBucket]) if (bucket) await emptyBucket(account.region, bucket);
  await synth({ environmentName, settings, version: version() });
  cdk(account.region, TEMPLATES, "destroy", "--all", "--force");
  // Somebody may have gone live meanwhile.
  await channels();

  const pool = identity?.CognitoUserPoolId;
  console.log(
    [
      "",
      "Kept:",
      `  the User Pool ${pool ?? ""} with its accounts (npm run deploy offers to take it back)`,
      `  .env.${environmentName}, with the encryption key`,
      "",
      "To delete the accounts too:",
      `  aws cognito-idp update-user-pool --region ${account.region} --user-pool-id ${pool} --deletion-protection INACTIVE`,
      `  aws cognito-idp delete-user-pool --region ${account.region} --user-pool-id ${pool}`,
      "",
    ].join("\n"),
  );
  return 0;
});
