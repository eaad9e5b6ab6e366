/** `npm run deploy -- --env NAME`: deploys the stacks and both pages to the account of the current credentials. */
import { rmSync } from "node:fs";
import { type Account, openAccount } from "../account/account.ts";
import { standingOf } from "../account/stack-status.ts";
import { confirm, readOptions, root, run, version } from "../command-line.ts";
import { adopt } from "../deployment/adopt.ts";
import { cdk } from "../deployment/cdk.ts";
import { writeEnvFile } from "../deployment/env-file.ts";
import { buildPage } from "../deployment/pages.ts";
import { assessReadiness, decideAdoption, QUOTAS } from "../deployment/preflight.ts";
import { upload } from "../deployment/upload.ts";
import { InfraError } from "../errors.ts";
import { CERTIFICATE_REGION, type Outputs, stackNames } from "../names.ts";
import { OPTIONS } from "../options.ts";
import { readEnvironmentName, readSettings } from "../settings/read-settings.ts";
import type { Settings } from "../settings/settings.ts";
import { synth, TEMPLATES } from "../stacks/synth.ts";

const BOOTSTRAP_STACK = "CDKToolkit";

async function preflight(account: Account, environmentName: string, { domain }: Settings): Promise<void> {
  const accountId = await account.id();
  const regions = [...new Set([account.region, ...(domain ? [CERTIFICATE_REGION] : [])])];
  const bootstrap = await Promise.all(
    regions.map(async (region) => standingOf(await account.stackStatus(BOOTSTRAP_STACK, region))),
  );
  const { kvsWebRtc, session, web } = stackNames(environmentName);
  const { missing, advice } = assessReadiness({
    accountId,
    region: account.region,
    whyNoSignaling: await account.whyNoSignaling(),
    stacks: await Promise.all(
      [kvsWebRtc, session, web].map(async (name) => ({ name, standing: standingOf(await account.stackStatus(name)) })),
    ),
    hasDistributions: await account.hasDistributions(),
    notBootstrapped: regions.filter((_, index) => bootstrap[index] !== "there" && bootstrap[index] !== "busy"),
    concurrency: await account.concurrency(),
    quotas: await Promise.all(QUOTAS.map(({ service, code }) => account.quota(service, code))),
  });
  console.log(`Account ${accountId}, region ${account.region}`);
  for (const line of advice) console.log(`\n${line}`);
  if (missing.length > 0) throw new InfraError("not-ready", missing.join("\n\n"));
}

/** Deploys the certificate, and passes its ARN on: CDK cannot, from another region. */
async function certificateParameter(
  account: Account,
  environmentName: string,
  { domain }: Settings,
): Promise<string[]> {
  if (!domain) return [];
  cdk(account.region, TEMPLATES, "deploy", "CertificateStack", "--require-approval", "never");
  const { certificate, web } = stackNames(environmentName);
  const outputs = await account.outputs(certificate, CERTIFICATE_REGION);
  return ["--parameters", `${web}:CertificateArn=${outputs?.CertificateArn ?? ""}`];
}

async function publish(account: Account, environmentName: string, outputs: Outputs): Promise<void> {
  const variables = writeEnvFile(`${root}.env.${environmentName}`, outputs, account.region);
  for (const [site, name] of [
    ["speaker", "Speaker"],
    ["listener", "Listener"],
  ] as const) {
    const folder = `${root}packages/infra/dist/pages/${site}`;
    rmSync(folder, { recursive: true, force: true });
    buildPage(root, site, variables, folder);
    await upload(account.region, folder, outputs[`${name}Bucket`] ?? "", outputs[`${name}Distribution`] ?? "");
  }
}

function report({ region }: Account, environmentName: string, { domain }: Settings, outputs: Outputs): void {
  const pool = outputs.CognitoUserPoolId;
  const records = (["speaker", "listener"] as const).map(
    (site) =>
      `  ${domain?.[site]}  CNAME  ${outputs[`${site === "speaker" ? "Speaker" : "Listener"}DistributionHost`]}`,
  );
  console.log(
    [
      "",
      `  Speaker     ${outputs.SpeakerUrl}`,
      `  Listeners   ${outputs.ListenerUrl}`,
      ...(domain && !domain.hostedZone ? ["", "  Point your names there:", ...records] : []),
      "",
      "  The first speaker (a temporary password is mailed, and changed at the first sign-in):",
      `  aws cognito-idp admin-create-user --region ${region} --user-pool-id ${pool} --username "$(uuidgen)" \\`,
      "    --user-attributes Name=email,Value=YOU@EXAMPLE.ORG Name=email_verified,Value=true",
      "",
      `  Then: npm run doctor -- --env ${environmentName} --email YOU@EXAMPLE.ORG`,
      "",
    ].join("\n"),
  );
}

await run(async () => {
  const options = readOptions(OPTIONS.deploy);
  const environmentName = readEnvironmentName(options.env);
  const settings = readSettings(root, environmentName);
  const account = await openAccount(settings.region);
  await preflight(account, environmentName, settings);

  const names = stackNames(environmentName);
  const standing = standingOf(await account.stackStatus(names.kvsWebRtc));
  const decision = decideAdoption({
    environmentName,
    stackExists: standing === "there",
    kept: await account.keptUserPools(environmentName),
    adopt: options.adopt,
    newUserPool: options["new-user-pool"],
  });
  if (decision.do === "ask") throw new InfraError("not-ready", decision.says);

  const what = { environmentName, settings, version: version() };
  await synth(what);
  cdk(account.region, TEMPLATES, "diff");
  if (!options.yes) await confirm("Deploy this?", "deploy");
  // Nothing can be imported into what is left of a first deployment that failed; the pool is retained.
  if (decision.do === "adopt" && standing === "failed") await account.deleteStack(names.kvsWebRtc);
  if (decision.do === "adopt") adopt(account.region, what, decision.userPoolId);
  const parameters = await certificateParameter(account, environmentName, settings);
  const stacks = ["KVSWebRTCStack", "SessionStack", "WebStack"];
  cdk(account.region, TEMPLATES, "deploy", ...stacks, "--require-approval", "never", ...parameters);

  const outputs = Object.assign(
    {},
    ...(await Promise.all([names.kvsWebRtc, names.session, names.web].map((name) => account.outputs(name)))),
  );
  await publish(account, environmentName, outputs);
  report(account, environmentName, settings, outputs);
  return 0;
});
