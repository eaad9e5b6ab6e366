import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { CloudFrontClient, CreateInvalidationCommand } from "@aws-sdk/client-cloudfront";
import { DeleteObjectsCommand, PutObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { cacheControl, contentTypeOf } from "../sites/headers.ts";

interface Upload {
  key: string;
  contentType: string;
  cacheControl: string;
}

/** Uploads HTML last, so that it never refers to files that are not there yet. */
export const planUpload = (keys: readonly string[]): Upload[] =>
  keys
    .map((key) => ({
      key,
      contentType: contentTypeOf(key),
      cacheControl: cacheControl(key),
    }))
    .toSorted((a, b) => Number(a.key.endsWith(".html")) - Number(b.key.endsWith(".html")));

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** Uploads a built page and invalidates CloudFront's cache. Files of earlier builds stay, for pages that are still open. */
export async function upload(region: string, folder: string, Bucket: string, DistributionId: string): Promise<void> {
  const s3 = new S3Client({ region });
  for (const { key, contentType, cacheControl } of planUpload(await filesIn(folder))) {
    const Body = readFileSync(join(folder, key));
    await s3.send(
      new PutObjectCommand({ Bucket, Key: key, Body, ContentType: contentType, CacheControl: cacheControl }),
    );
  }
  const batch = { CallerReference: String(Date.now()), Paths: { Quantity: 1, Items: ["/*"] } };
  await new CloudFrontClient({ region: "us-east-1" }).send(
    new CreateInvalidationCommand({ DistributionId, InvalidationBatch: batch }),
  );
}

/** CloudFormation cannot delete a bucket that is not empty. */
export async function emptyBucket(region: string, Bucket: string): Promise<void> {
  const client = new S3Client({ region });
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    const Objects = Contents.map(({ Key }) => ({ Key }));
    if (Objects.length > 0) await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  }
}
