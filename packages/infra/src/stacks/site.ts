import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { ICertificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  Function as CloudFrontFunction,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { AaaaRecord, ARecord, type IHostedZone, RecordTarget } from "aws-cdk-lib/aws-route53";
import { CloudFrontTarget } from "aws-cdk-lib/aws-route53-targets";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { type Site, type SiteHosts, siteHeaders } from "../sites/headers.ts";
import { ROUTING } from "../sites/routing.ts";
import { acknowledge } from "./acknowledge.ts";

interface Options {
  environmentName: string;
  hosts: SiteHosts;
  domain?: { name: string; certificate: ICertificate; hostedZone: IHostedZone | undefined };
}

interface MadeSite {
  /** Host of the page's URL. */
  host: string;
  /** CloudFront's own host name, which a custom domain's CNAME points to. */
  distributionHost: string;
  bucketName: string;
  distributionId: string;
}

/** CloudFront has a property for each of these headers; all others are custom headers. */
const SECURITY_HEADERS = [
  "content-security-policy",
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
  "referrer-policy",
];

/** Unique in the account, as CloudFront demands across regions. CDK's defaults would be the same in every region, or in every environment. */
const nameOf = (scope: Construct, site: Site, { environmentName }: Pick<Options, "environmentName">): string =>
  `lectern-${environmentName}-${site}-${Stack.of(scope).region}`;

function headersPolicy(scope: Construct, site: Site, { environmentName, hosts }: Options): ResponseHeadersPolicy {
  const headers = siteHeaders(site, hosts);
  const custom = Object.entries(headers).filter(([name]) => !SECURITY_HEADERS.includes(name));
  return new ResponseHeadersPolicy(scope, `${site}Headers`, {
    responseHeadersPolicyName: nameOf(scope, site, { environmentName }),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: headers["content-security-policy"] ?? "", override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    },
    customHeadersBehavior: {
      customHeaders: custom.map(([header, value]) => ({ header, value, override: true })),
    },
  });
}

export function createSite(scope: Construct, site: Site, options: Options): MadeSite {
  const { domain } = options;
  const bucket = new Bucket(scope, `${site}Bucket`, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acknowledge(bucket, "AwsSolutions-S1", "It holds public files; a log would record listeners' addresses.");
  const routing = new CloudFrontFunction(scope, `${site}Routing`, {
    functionName: nameOf(scope, site, options),
    code: FunctionCode.fromInline(ROUTING),
    runtime: FunctionRuntime.JS_2_0,
  });
  const originAccessControl = new S3OriginAccessControl(scope, `${site}Access`, {
    originAccessControlName: nameOf(scope, site, options),
  });
  const distribution = new Distribution(scope, `${site}Distribution`, {
    comment: `lectern-${options.environmentName} ${site}`,
    defaultRootObject: "index.html",
    httpVersion: HttpVersion.HTTP2_AND_3,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    ...(domain && { domainNames: [domain.name], certificate: domain.certificate }),
    defaultBehavior: {
      // CDK is not compiled with exactOptionalPropertyTypes, under which its Bucket is not an IBucket.
      origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket, { originAccessControl }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: headersPolicy(scope, site, options),
      functionAssociations: [{ function: routing, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
  });
  acknowledge(distribution, "AwsSolutions-CFR1", "Whoever has the link may listen, from anywhere.");
  acknowledge(
    distribution,
    "AwsSolutions-CFR2",
    "Static files; a firewall costs more than they do and guards nothing.",
  );
  acknowledge(
    distribution,
    "AwsSolutions-CFR3",
    "A log would keep listeners' addresses; nothing is stored about them.",
  );
  if (!domain) {
    acknowledge(
      distribution,
      "AwsSolutions-CFR4",
      "CloudFront's own certificate fixes the TLS version; with a domain it is 1.2 or newer.",
    );
  }
  if (domain?.hostedZone) {
    const record = {
      zone: domain.hostedZone,
      recordName: domain.name,
      target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
    };
    new ARecord(scope, `${site}A`, record);
    new AaaaRecord(scope, `${site}Aaaa`, record);
  }
  return {
    host: domain?.name ?? distribution.distributionDomainName,
    distributionHost: distribution.distributionDomainName,
    bucketName: bucket.bucketName,
    distributionId: distribution.distributionId,
  };
}
