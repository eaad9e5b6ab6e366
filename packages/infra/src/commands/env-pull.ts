/**
 * `npm run env:pull -- --env NAME [--user-pool ID]`: writes `.env.NAME` from a deployment. If there is none, lists the
 * Identity Pools that trust the User Pool, and what must be changed in them.
 */
import {
  CognitoIdentityClient,
  DescribeIdentityPoolCommand,
  paginateListIdentityPools,
} from "@aws-sdk/client-cognito-identity";
import { openAccount } from "../account/account.ts";
import { readOptions, root, run } from "../command-line.ts";
import { writeEnvFile } from "../deployment/env-file.ts";
import { type DescribedPool, settingsNeeded, trusting } from "../deployment/existing-pools.ts";
import { InfraError } from "../errors.ts";
import { stackNames } from "../names.ts";
import { readEnvironmentName, readSettings } from "../settings/read-settings.ts";

async function describePools(region: string): Promise<DescribedPool[]> {
  const client = new CognitoIdentityClient({ region });
  const pools: DescribedPool[] = [];
  for await (const { IdentityPools = [] } of paginateListIdentityPools({ client, pageSize: 60 }, { MaxResults: 60 })) {
    for (const { IdentityPoolId } of IdentityPools) {
      const pool = await client.send(new DescribeIdentityPoolCommand({ IdentityPoolId }));
      pools.push({
        id: pool.IdentityPoolId ?? "",
        name: pool.IdentityPoolName ?? "",
        guests: pool.AllowUnauthenticatedIdentities ?? false,
        classicFlow: pool.AllowClassicFlow ?? false,
        providers: (pool.CognitoIdentityProviders ?? []).map(({ ProviderName, ClientId, ServerSideTokenCheck }) => ({
          name: ProviderName ?? "",
          clientId: ClientId ?? "",
          serverSideTokenCheck: ServerSideTokenCheck ?? false,
        })),
      });
    }
  }
  return pools;
}

async function suggest(region: string, userPoolId: string): Promise<number> {
  const found = trusting(await describePools(region), userPoolId);
  if (found.length === 0) console.log(`No Identity Pool in ${region} trusts ${userPoolId}.`);
  for (const pool of found) {
    console.log(`\n${pool.name}\n  VITE_COGNITO_IDENTITY_POOL_ID=${pool.id}`);
    for (const { clientId } of pool.providers) console.log(`  VITE_COGNITO_CLIENT_ID=${clientId}`);
    console.log("  It needs (nothing was changed):");
    for (const setting of settingsNeeded(pool, userPoolId)) console.log(`  - ${setting}`);
  }
  return found.length > 0 ? 0 : 1;
}

await run(async () => {
  const options = readOptions({ env: { type: "string" }, "user-pool": { type: "string" } });
  const environmentName = readEnvironmentName(options.env);
  const account = await openAccount(readSettings(root, environmentName).region);
  await account.id();
  const { kvsWebRtc, session, web } = stackNames(environmentName);
  const found = await Promise.all([kvsWebRtc, session, web].map((name) => account.outputs(name)));
  if (found.every((outputs) => outputs !== null)) {
    writeEnvFile(`${root}.env.${environmentName}`, Object.assign({}, ...found), account.region);
    console.log(`Wrote .env.${environmentName}.`);
    return 0;
  }
  const userPoolId = options["user-pool"];
  if (userPoolId === undefined) {
    throw new InfraError(
      "not-ready",
      `There is no whole environment ${environmentName} in ${account.region}. For pools you have: --user-pool ID.`,
    );
  }
  return suggest(account.region, userPoolId);
});
