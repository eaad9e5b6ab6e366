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
  /** Folder for the templates. */
  outdir: string;
}

/** One environment's stacks, for any account and region. The functions must be bundled before. */
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
 * A stack with nothing but the User Pool, for `cdk import`, which takes no other new resource. The pool has the logical ID
 * it has in `createApp`, so that the next deployment finds it.
 */
export function createAdoptionApp({ environmentName, settings, outdir }: AppOptions): App {
  const app = new App({ outdir, analyticsReporting: false });
  const stack = new Stack(app, "KVSWebRTCStack", { stackName: stackNames(environmentName).kvsWebRtc });
  // Text messages need a role as well, which the next deployment makes.
  const { sms: _, ...imported } = settings;
  createUserPool(stack, environmentName, imported);
  return app;
}
