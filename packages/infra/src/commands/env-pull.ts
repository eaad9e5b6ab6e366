/**
 * `npm run env:pull -- --env NAME`: writes `.env.NAME` from a deployment. `-- --user-pool ID`, or both and no deployment:
 * lists the Identity Pools that trust the User Pool, and what must be changed in them.
 */
import {
  CognitoIdentityClient,
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  paginateListIdentityPools,
} from "@aws-sdk/client-cognito-identity";
import { openAccount } from "../account/account.ts";
import { readOptions, root, run } from "../command-line.ts";
import { writeEnvFile } from "../deployment/env-file.ts";
import {
  type DescribedPool,
  linesOf,
  NOT_TOLD,
  regionOfUserPool,
  settingsNeeded,
} from "../deployment/existing-pools.ts";
import { InfraError } from "../errors.ts";
import { stackNames } from "../names.ts";
import { OPTIONS } from "../options.ts";
import { readEnvironmentName, readSettings } from "../settings/read-settings.ts";

async function describePools(region: string, userPoolId: string): Promise<DescribedPool[]> {
  const client = new CognitoIdentityClient({ region });
  const provider = `cognito-idp.${region}.amazonaws.com/${userPoolId}`;
  const pools: DescribedPool[] = [];
  for await (const { IdentityPools = [] } of paginateListIdentityPools({ client, pageSize: 60 }, { MaxResults: 60 })) {
    for (const { IdentityPoolId } of IdentityPools) {
      const pool = await client.send(new DescribeIdentityPoolCommand({ IdentityPoolId }));
      const isTrusted = (pool.CognitoIdentityProviders ?? []).some(({ ProviderName }) => ProviderName === provider);
      if (!isTrusted) continue;
      const { Roles, RoleMappings } = await client.send(new GetIdentityPoolRolesCommand({ IdentityPoolId }));
      const tags = new GetPrincipalTagAttributeMapCommand({ IdentityPoolId, IdentityProviderName: provider });
      // Where nothing was ever mapped, AWS may answer that there is no map.
      const { PrincipalTags } = await client.send(tags).catch((error: unknown) => {
        if (error instanceof Error && error.name === "ResourceNotFoundException") return { PrincipalTags: undefined };
        throw error;
      });
      pools.push({
        id: pool.IdentityPoolId ?? "",
        name: pool.IdentityPoolName ?? "",
        guests: pool.AllowUnauthenticatedIdentities ?? false,
        classicFlow: pool.AllowClassicFlow ?? false,
        guestRoleArn: Roles?.unauthenticated ?? null,
        roleMappings: Object.keys(RoleMappings ?? {}).length > 0,
        speakerTag: PrincipalTags?.speaker ?? null,
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

async function suggest(userPoolId: string): Promise<number> {
  const region = regionOfUserPool(userPoolId);
  const account = await openAccount(region);
  await account.id();
  const found = await describePools(region, userPoolId);
  if (found.length === 0) {
    console.log(
      `No Identity Pool in ${region} trusts ${userPoolId}. docs/configuration.md says how one is made, and how npm run deploy makes both pools.`,
    );
    return 1;
  }
  for (const pool of found) {
    console.log(`\n${pool.name}`);
    for (const line of linesOf(pool, userPoolId)) console.log(`  ${line}`);
    const needed = settingsNeeded(pool, userPoolId);
    console.log(
      needed.length > 0 ? "  It needs (nothing was changed):" : "  Its settings are right. (Nothing was changed.)",
    );
    for (const setting of needed) console.log(`  - ${setting}`);
    console.log("  Not to be seen from here, and tried by npm run doctor:");
    for (const setting of NOT_TOLD) console.log(`  - ${setting}`);
  }
  return 0;
}

await run(async () => {
  const { env, "user-pool": userPoolId } = readOptions(OPTIONS["env:pull"]);
  if (env === undefined) {
    if (userPoolId !== undefined) return suggest(userPoolId);
    throw new InfraError(
      "bad-option",
      "Say which environment was deployed: --env NAME, like --env prod. Or, for pools you have: --user-pool ID.",
    );
  }
  const environmentName = readEnvironmentName(env);
  const account = await openAccount(readSettings(root, environmentName).region);
  await account.id();
  const { kvsWebRtc, session, web } = stackNames(environmentName);
  const found = await Promise.all([kvsWebRtc, session, web].map((name) => account.outputs(name)));
  if (found.every((outputs) => outputs !== null)) {
    writeEnvFile(`${root}.env.${environmentName}`, Object.assign({}, ...found), account.region);
    console.log(`Wrote .env.${environmentName}.`);
    return 0;
  }
  if (userPoolId !== undefined) return suggest(userPoolId);
  throw new InfraError(
    "not-ready",
    `There is no whole environment ${environmentName} in ${account.region}. For pools you have: --user-pool ID.`,
  );
});
