import { xmlText } from "../http/errors-to-response.ts";
import { signedFor } from "../http/query-service.ts";
import { AwsError, type Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { Account } from "./account.ts";

/** S3, as far as a bucket is listed and emptied: ListObjectsV2 and DeleteObjects. */
export function createS3({ buckets }: Account, authenticator: Authenticator): Service {
  return {
    name: "s3",
    protocol: "query-xml",
    claims: (request) => signedFor(request, "s3"),
    async handle(request) {
      const principal = authenticator.authenticate(request, "s3");
      const [, bucket = "", key] = request.path.split("/");
      const arn = `arn:aws:s3:::${bucket}`;
      const operation = key ? "" : `${request.method} ${new URLSearchParams(request.query).has("delete")}`;
      const xml = (body: string) => ({ status: 200, headers: { "content-type": "application/xml" }, body });
      const keys = buckets.get(bucket) ?? [];
      switch (operation) {
        case "GET false":
          authenticator.authorize(principal, "s3:ListBucket", arn);
          return xml(
            `<ListBucketResult><IsTruncated>false</IsTruncated>${keys
              .map((name) => `<Contents><Key>${xmlText(name)}</Key></Contents>`)
              .join("")}</ListBucketResult>`,
          );
        case "POST true": {
          authenticator.authorize(principal, "s3:DeleteObject", `${arn}/*`);
          const deleted = [...request.body.toString("utf8").matchAll(/<Key>(.*?)<\/Key>/g)].map(([, name]) => name);
          buckets.set(
            bucket,
            keys.filter((name) => !deleted.includes(xmlText(name))),
          );
          return xml("<DeleteResult></DeleteResult>");
        }
        default:
          throw new AwsError("NotImplemented", "This stand-in's buckets are listed and emptied only.", 501);
      }
    },
  };
}
