/** `npm run emergency-stop -- --env NAME [--undo]`: refuses guests and ends all sessions, or lets guests in again. */
import { openAccount } from "../account/account.ts";
import { resume, stop } from "../account/emergency.ts";
import { readOptions, root, run } from "../command-line.ts";
import { InfraError } from "../errors.ts";
import { stackNames } from "../names.ts";
import { OPTIONS } from "../options.ts";
import { readEnvironmentName, readSettings } from "../settings/read-settings.ts";

await run(async () => {
  const { env, undo } = readOptions(OPTIONS["emergency-stop"]);
  const environmentName = readEnvironmentName(env);
  const account = await openAccount(readSettings(root, environmentName).region);
  await account.id();
  const names = stackNames(environmentName);
  const { CognitoIdentityPoolId, GuestRoleArn } = (await account.outputs(names.kvsWebRtc)) ?? {};
  const { ReaperName } = (await account.outputs(names.session)) ?? {};
  if (!CognitoIdentityPoolId || !GuestRoleArn || !ReaperName) {
    throw new InfraError("not-ready", `There is no environment ${environmentName} in ${account.region}.`);
  }
  const emergency = {
    region: account.region,
    identityPoolId: CognitoIdentityPoolId,
    guestRoleArn: GuestRoleArn,
    reaperName: ReaperName,
  };
  if (undo) {
    await resume(emergency);
    console.log("Guests may listen again. Sessions go live again when their speakers do.");
  } else {
    await stop(emergency);
    console.log(
      `No guest may do anything, and every session is ended. To undo it: npm run emergency-stop -- --env ${environmentName} --undo`,
    );
  }
  return 0;
});
