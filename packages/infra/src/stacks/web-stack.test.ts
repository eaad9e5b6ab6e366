import { runInNewContext } from "node:vm";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { ROUTING } from "../sites/routing.ts";
import { type Deployed, resolve } from "../testing/resolve.ts";
import { ENVIRONMENT, templateOf } from "../testing/templates.ts";

const template = templateOf("WebStack");
const everything = templateOf("WebStack", "everything");
const hosts: Deployed = [
  [/RefHttpApi/, "abc123"],
  [/RefWebSocketApi/, "def456"],
];

/** The headers of one site, deployed in us-east-1. */
function headersOf(site: "speaker" | "listener", stack = template) {
  const policies = Object.values(stack.findResources("AWS::CloudFront::ResponseHeadersPolicy"))
    .map(({ Properties }) => resolve(Properties.ResponseHeadersPolicyConfig, hosts))
    .find(({ Name }) => String(Name).includes(site));
  const csp = String(policies.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy);
  const directives = Object.fromEntries(
    csp.split("; ").map((directive) => [directive.split(" ")[0] ?? "", directive.split(" ").slice(1)]),
  );
  return { policy: policies, directives };
}

describe("the content security policy", () => {
  it("lets the speaker's page connect to sign-in, credentials, signaling and the session API only", () => {
    expect(headersOf("speaker").directives["connect-src"]).toEqual([
      "'self'",
      "https://cognito-idp.us-east-1.amazonaws.com",
      "https://cognito-identity.us-east-1.amazonaws.com",
      "https://*.kinesisvideo.us-east-1.amazonaws.com",
      "wss://*.kinesisvideo.us-east-1.amazonaws.com",
      "https://abc123.execute-api.us-east-1.amazonaws.com",
      "wss://def456.execute-api.us-east-1.amazonaws.com",
    ]);
  });

  it("lets the listener's page connect to STS instead of sign-in", () => {
    const sources = headersOf("listener").directives["connect-src"];
    expect(sources).toContain("https://sts.us-east-1.amazonaws.com");
    expect(sources).not.toContain("https://cognito-idp.us-east-1.amazonaws.com");
  });

  it("allows managed login where it is set up", () => {
    expect(headersOf("speaker", everything).directives["connect-src"]).toContain(
      "https://lectern-example.auth.us-east-1.amazoncognito.com",
    );
  });

  it("allows no scripts from elsewhere, and no framing", () => {
    for (const site of ["speaker", "listener"] as const) {
      expect(headersOf(site).directives).toMatchObject({
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "manifest-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
      });
    }
  });
});

it("allows the speaker's page a microphone, and the listener's none", () => {
  const permissions = (site: "speaker" | "listener") =>
    headersOf(site).policy.CustomHeadersConfig.Items.find(
      ({ Header }: { Header: string }) => Header === "permissions-policy",
    ).Value;
  expect(permissions("speaker")).toContain("microphone=(self)");
  expect(permissions("listener")).toContain("microphone=()");
});

it("serves both pages over HTTPS only, with HSTS for a year", () => {
  for (const site of ["speaker", "listener"] as const) {
    expect(headersOf(site).policy.SecurityHeadersConfig).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true, Override: true },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: "DENY" },
    });
  }
  template.allResourcesProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: { DefaultCacheBehavior: { ViewerProtocolPolicy: "redirect-to-https" } },
  });
  everything.allResourcesProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: { ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" } },
  });
});

it("lets only CloudFront read the buckets", () => {
  template.resourceCountIs("AWS::S3::Bucket", 2);
  const all = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
  template.allResourcesProperties("AWS::S3::Bucket", { PublicAccessBlockConfiguration: all });
  template.allResourcesProperties("AWS::S3::BucketPolicy", {
    PolicyDocument: {
      Statement: [
        Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        Match.objectLike({
          Effect: "Allow",
          Action: "s3:GetObject",
          Principal: { Service: "cloudfront.amazonaws.com" },
        }),
      ],
    },
  });
});

it("keeps no log of who fetches the pages", () => {
  template.allResourcesProperties("AWS::CloudFront::Distribution", { DistributionConfig: { Logging: Match.absent() } });
  template.allResourcesProperties("AWS::S3::Bucket", { LoggingConfiguration: Match.absent() });
  template.resourceCountIs("AWS::Logs::LogGroup", 0);
});

it("has names with environment and region in them", () => {
  for (const kind of ["Function", "ResponseHeadersPolicy", "OriginAccessControl"]) {
    const made = Object.values(template.findResources(`AWS::CloudFront::${kind}`));
    expect(made).toHaveLength(2);
    for (const { Properties } of made) {
      const name = resolve(Properties.Name ?? Properties[`${kind}Config`].Name, hosts);
      expect(name).toMatch(new RegExp(`^lectern-${ENVIRONMENT}-(speaker|listener)-us-east-1$`));
    }
  }
});

it.each([
  ["/s/oak-tree-mayo-lamp", "/index.html"],
  ["/S/OAK-TREE-MAYO-LAMP", "/index.html"],
  ["//s/oak-tree-mayo-lamp.", "/index.html"],
  ["/", "/"],
  ["/assets/index-abc.js", "/assets/index-abc.js"],
])("serves %s from %s", (uri, answered) => {
  expect(runInNewContext(`${ROUTING}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`)).toBe(answered);
});

it("with a custom domain has a certificate, aliases and DNS records", () => {
  templateOf("CertificateStack", "everything").hasResourceProperties("AWS::CertificateManager::Certificate", {
    DomainName: "speak.example.org",
    SubjectAlternativeNames: ["listen.example.org"],
    ValidationMethod: "DNS",
  });
  everything.hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: { Aliases: ["listen.example.org"] },
  });
  everything.hasResourceProperties("AWS::Route53::RecordSet", { Name: "listen.example.org.", Type: "A" });
});

it("lets no page that opens or embeds one of ours have a hold on it", () => {
  for (const site of ["speaker", "listener"] as const) {
    const own = (Header: string) => ({ Header, Value: "same-origin", Override: true });
    expect(headersOf(site).policy.CustomHeadersConfig.Items).toEqual(
      expect.arrayContaining([own("cross-origin-opener-policy"), own("cross-origin-resource-policy")]),
    );
  }
});
