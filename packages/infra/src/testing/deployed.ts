import { runInNewContext } from "node:vm";
import type { SessionFunctions } from "@lectern/local-aws";
import { bundleOf } from "../functions/bundle.ts";
import type { Site } from "../sites/headers.ts";
import { type Deployed, resolve } from "./resolve.ts";
import { templateOf, type Variant } from "./templates.ts";

/** Local-aws's values for what is known only at deployment. */
const LOCAL: Deployed = [
  [/RefHttpApi/, "localhttp0"],
  [/WebSocketApi/, "localws000"],
  // Local-aws overrides these.
  [/^Table|RefUserPool/, "given by local-aws"],
];

/** The session API's functions for local-aws: bundles, and the environment in the template. */
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

/** The headers that CloudFront adds to a site's responses, by the template. */
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

/** What the sites' CloudFront Function makes of a path. */
export function deployedRouting(): (uri: string) => string {
  const [{ Properties } = { Properties: undefined }] = Object.values(
    templateOf("WebStack").findResources("AWS::CloudFront::Function"),
  );
  return (uri) =>
    runInNewContext(`${Properties?.FunctionCode}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`);
}
