import { Stack, type StackProps } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { HostedZone } from "aws-cdk-lib/aws-route53";
import type { Construct } from "constructs";
import type { Settings } from "../settings/settings.ts";
import { addOutputs } from "./outputs.ts";

/** The two pages' certificate. CloudFront takes one from us-east-1 only, whatever region the rest is in. */
export class CertificateStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { domain, ...props }: StackProps & { domain: NonNullable<Settings["domain"]> },
  ) {
    super(scope, id, props);
    const { speaker, listener, hostedZone } = domain;
    const zone =
      hostedZone &&
      HostedZone.fromHostedZoneAttributes(this, "Zone", { hostedZoneId: hostedZone.id, zoneName: hostedZone.name });
    const certificate = new Certificate(this, "Certificate", {
      domainName: speaker,
      subjectAlternativeNames: [listener],
      // Without a zone of one's own the deployment waits until the record that the console shows is made elsewhere.
      validation: CertificateValidation.fromDns(zone),
    });
    addOutputs(this, { CertificateArn: certificate.certificateArn });
  }
}
