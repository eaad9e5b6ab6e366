/** `npm run destroy -- --env NAME`: deletes the environment's channels and everything that was deployed, except accounts. */
import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { openAccount } from "../account/account.ts";
import { deleteChannels } from "../account/channels.ts";
import { removeDenial } from "../account/emergency.ts";
import { confirm, readOptions, root, run } from "../command-line.ts";
import { emptyBucket } from "../deployment/upload.ts";
import { CERTIFICATE_REGION, stackNames } from "../names.ts";
import { OPTIONS } from "../options.ts";
import { readEnvironmentName, readSettings } from "../settings/read-settings.ts";

await run(async () => {
  const { env, yes } = readOptions(OPTIONS.destroy);
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
  if (identity?.GuestRoleArn) await removeDenial({ region: account.region, guestRoleArn: identity.GuestRoleArn });
  // A stack can only be deleted before those it imports from.
  for (const [name, region] of [
    [names.web],
    [names.certificate, CERTIFICATE_REGION],
    [names.session],
    [names.kvsWebRtc],
  ] as const) {
    if ((await account.outputs(name, region)) === null) continue;
    console.log(`Deleting ${name} …`);
    await account.deleteStack(name, region);
  }
  // A speaker may have gone live meanwhile.
  await channels();

  // By name as well: a first deployment that failed left a pool, and no outputs.
  const named = identity?.CognitoUserPoolId;
  const pools = new Set([...(named ? [named] : []), ...(await account.keptUserPools(environmentName))]);
  const kept = [...pools].flatMap((pool) => {
    const cognito = (command: string) =>
      `    aws cognito-idp ${command} --region ${account.region} --user-pool-id ${pool}`;
    return [
      `  the User Pool ${pool} with its accounts; npm run deploy -- --env ${environmentName} offers to take it back.`,
      "  To delete them too:",
      `${cognito("update-user-pool")} --deletion-protection INACTIVE`,
      cognito("delete-user-pool"),
    ];
  });
  console.log(
    ["", "Kept:", ...kept, `  .env.${environmentName}, if there is one, with the encryption key`, ""].join("\n"),
  );
  return 0;
});
