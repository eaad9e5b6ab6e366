import { runInNewContext } from "node:vm";
import type { SessionFunctions } from "@lectern/local-aws";
import { bundleOf } from "../functions/bundle.ts";
import type { Site } from "../sites/headers.ts";
import { type Deployed, resolve } from "./resolve.ts";
import { templateOf, type Variant } from "./templates.ts";

/** What the stacks import from one another, as local-aws has it. */
const LOCAL: Deployed = [
  [/RefHttpApi/, "localhttp0"],
  [/WebSocketApi/, "localws000"],
  // The rest local-aws gives the functions itself.
  [/^Table|RefUserPool/, "given by local-aws"],
];

/** The session API's functions for local-aws: the bundles, with the environment of the template. */
export function deployedFunctions(variant?: Variant): SessionFunctions {
  const functions = templateOf("SessionStack", variant).findResources("AWS::Lambda::Function");
  const environmentOf = (id: string): Record<string, string> => {
    const [, found] = Object.entries(functions).find(([name]) => name.startsWith(id)) ?? [];
    return resolve(found?.Properties.Environment.Variables, LOCAL);
  };
  const of = (id: string, name: "http" | "web-socket" | "reaper") => ({
    file: `${bundleOf(name)}/index.mjs`,
    environment: environmentOf(id),
  });
  return { http: of("Http", "http"), webSocket: of("WebSocket", "web-socket"), reaper: of("Reaper", "reaper") };
}

/** Every header CloudFront adds to this site's answers, read from the template. */
export function deployedHeaders(site: Site): Record<string, string> {
  const policies = Object.values(templateOf("WebStack").findResources("AWS::CloudFront::ResponseHeadersPolicy"));
  const policy = policies
    .map(({ Properties }) => resolve(Properties.ResponseHeadersPolicyConfig, LOCAL))
    .find(({ Name }) => Name.includes(site));
  const { ContentSecurityPolicy, StrictTransportSecurity, ReferrerPolicy, FrameOptions } = policy.SecurityHeadersConfig;
  const custom = policy.CustomHeadersConfig.Items.map(({ Header, Value }: Record<string, string>) => [Header, Value]);
  return {
    "content-security-policy": ContentSecurityPolicy.ContentSecurityPolicy,
    "strict-transport-security": `max-age=${StrictTransportSecurity.AccessControlMaxAgeSec}; includeSubDomains`,
    "referrer-policy": ReferrerPolicy.ReferrerPolicy,
    "x-frame-options": FrameOptions.FrameOption,
    "x-content-type-options": "nosniff",
    ...Object.fromEntries(custom),
  };
}

/** What the CloudFront Function before both sites makes of a path. */
export function deployedRouting(): (uri: string) => string {
  const [{ Properties } = { Properties: undefined }] = Object.values(
    templateOf("WebStack").findResources("AWS::CloudFront::Function"),
  );
  return (uri) =>
    runInNewContext(`${Properties?.FunctionCode}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`);
}
