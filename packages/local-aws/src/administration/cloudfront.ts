import { signedFor } from "../http/query-service.ts";
import { AwsError, type Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { Account } from "./account.ts";

/** CloudFront, as far as its distributions are counted: ListDistributions. */
export function createCloudFront(account: Account, authenticator: Authenticator): Service {
  return {
    name: "cloudfront",
    protocol: "query-xml",
    claims: (request) => signedFor(request, "cloudfront"),
    async handle(request) {
      const principal = authenticator.authenticate(request, "cloudfront");
      if (request.method !== "GET" || !/^\/[0-9-]+\/distribution$/.test(request.path)) {
        throw new AwsError("NotImplemented", "This stand-in's distributions are counted only.", 501);
      }
      authenticator.authorize(principal, "cloudfront:ListDistributions", "*");
      return {
        status: 200,
        headers: { "content-type": "text/xml" },
        body: `<DistributionList><Marker></Marker><MaxItems>1</MaxItems><IsTruncated>false</IsTruncated><Quantity>${account.distributions}</Quantity></DistributionList>`,
      };
    },
  };
}
