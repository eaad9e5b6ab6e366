import { CfnParameter, Fn, Stack, type StackProps } from "aws-cdk-lib";
import { Certificate, type ICertificate } from "aws-cdk-lib/aws-certificatemanager";
import { HostedZone } from "aws-cdk-lib/aws-route53";
import type { Construct } from "constructs";
import type { Settings } from "../settings/settings.ts";
import type { SiteHosts } from "../sites/headers.ts";
import { addOutputs } from "./outputs.ts";
import { createSite } from "./site.ts";

interface WebStackProps extends StackProps {
  environmentName: string;
  settings: Settings;
  hosts: Omit<SiteHosts, "region">;
}

/** The two pages, each a bucket behind CloudFront. Their files are uploaded by `npm run deploy`, which knows their configuration. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { environmentName, settings, hosts, ...props }: WebStackProps) {
    super(scope, id, props);
    const { domain } = settings;
    const zone = domain?.hostedZone;
    const certificate = domain && this.certificate();
    const hostedZone =
      zone && HostedZone.fromHostedZoneAttributes(this, "Zone", { hostedZoneId: zone.id, zoneName: zone.name });
    for (const site of ["speaker", "listener"] as const) {
      const made = createSite(this, site, {
        environmentName,
        hosts: { ...hosts, region: this.region },
        ...(domain && certificate && { domain: { name: domain[site], certificate, hostedZone } }),
      });
      const name = site === "speaker" ? "Speaker" : "Listener";
      addOutputs(this, {
        [`${name}Url`]: Fn.join("", ["https://", made.host]),
        [`${name}Bucket`]: made.bucketName,
        [`${name}Distribution`]: made.distributionId,
        [`${name}DistributionHost`]: made.distributionHost,
      });
    }
  }

  /** Of CertificateStack in us-east-1, which `npm run deploy` has deployed before. */
  private certificate(): ICertificate {
    const arn = new CfnParameter(this, "CertificateArn", { type: "String" });
    return Certificate.fromCertificateArn(this, "Certificate", arn.valueAsString);
  }
}
