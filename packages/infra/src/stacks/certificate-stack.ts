import { Stack, type StackProps } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { HostedZone } from "aws-cdk-lib/aws-route53";
import type { Construct } from "constructs";
import type { Settings } from "../settings/settings.ts";
import { addOutputs } from "./outputs.ts";

/** The certificate of both pages, in a stack of its own because CloudFront accepts certificates from us-east-1 only. */
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
      // Without a hosted zone the deployment waits until somebody creates the record that the console shows.
      validation: CertificateValidation.fromDns(zone),
    });
    addOutputs(this, { CertificateArn: certificate.certificateArn });
  }
}
