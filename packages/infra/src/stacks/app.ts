import { App, Stack, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { CERTIFICATE_REGION, stackNames } from "../names.ts";
import type { Settings } from "../settings/settings.ts";
import { CertificateStack } from "./certificate-stack.ts";
import { KVSWebRTCStack } from "./kvs-webrtc-stack.ts";
import { SessionStack } from "./session-stack.ts";
import { createUserPool } from "./user-pool.ts";
import { WebStack } from "./web-stack.ts";

export interface AppOptions {
  environmentName: string;
  settings: Settings;
  version: string;
  /** Folder of the templates. */
  outdir: string;
}

/** One environment's stacks, for whichever account and region the credentials are of. The functions must be bundled before. */
export function createApp({ environmentName, settings, version, outdir }: AppOptions): App {
  const app = new App({ outdir, analyticsReporting: false });
  const names = stackNames(environmentName);
  const common = { environmentName, settings };
  const { domain, managedLogin } = settings;
  const identity = new KVSWebRTCStack(app, "KVSWebRTCStack", {
    ...common,
    stackName: names.kvsWebRtc,
    ...(domain && { speakerUrl: `https://${domain.speaker}` }),
  });
  const session = new SessionStack(app, "SessionStack", {
    ...common,
    stackName: names.session,
    version,
    userPool: identity.userPool,
    client: identity.client,
    trigger: identity.trigger,
  });
  const web = new WebStack(app, "WebStack", {
    ...common,
    stackName: names.web,
    hosts: {
      httpApi: session.httpApiHost,
      webSocketApi: session.webSocketApiHost,
      ...(managedLogin && { managedLogin: `${managedLogin.domainPrefix}.auth.${session.region}.amazoncognito.com` }),
    },
  });
  const certificate =
    domain &&
    new CertificateStack(app, "CertificateStack", {
      stackName: names.certificate,
      env: { region: CERTIFICATE_REGION },
      domain,
    });
  if (certificate) web.addStackDependency(certificate);
  Tags.of(app).add("lectern", environmentName);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

/**
 * The User Pool alone, as `cdk import` wants it: what it is imported into may hold nothing else, and the trigger is a
 * function that is not there yet. The whole app, deployed next, finds the pool under the same logical id.
 */
export function createAdoptionApp({ environmentName, settings, outdir }: AppOptions): App {
  const app = new App({ outdir, analyticsReporting: false });
  const stack = new Stack(app, "KVSWebRTCStack", { stackName: stackNames(environmentName).kvsWebRtc });
  createUserPool(stack, environmentName, settings);
  return app;
}
