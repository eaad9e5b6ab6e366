import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeVouchedCertificate, type VouchedCertificate } from "../certificate.ts";
import { AWS_HOSTS } from "../http/aws-hosts.ts";
import { createStorage } from "../storage/storage.ts";
import { loadCertificate } from "./certificates.ts";

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "lectern-tls-"));
  file = join(directory, "tls.json");
});
afterEach(() => rmSync(directory, { recursive: true }));

const load = (): Promise<VouchedCertificate> => loadCertificate(createStorage(directory));

test("the certificate is the same after a restart", async () => {
  expect(await load()).toEqual(await load());
});

test("nobody else reads its key, and nobody can make another that clients trust", async () => {
  const { certificate, key, authority } = await load();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const kept = readFileSync(file, "utf8");
  expect(kept.match(/PRIVATE KEY/g)).toHaveLength(2);
  expect(new X509Certificate(certificate).publicKey.export({ type: "spki", format: "pem" })).not.toBe(
    new X509Certificate(authority).publicKey.export({ type: "spki", format: "pem" }),
  );
  expect(key).toContain("PRIVATE KEY");
});

test("it is vouched for, for AWS's hosts and no other", async () => {
  const { certificate, authority } = await load();
  const [own, its] = [new X509Certificate(certificate), new X509Certificate(authority)];
  expect(own.checkIssued(its) && own.verify(its.publicKey)).toBe(true);
  expect([own.ca, its.ca]).toEqual([false, true]);
  expect(own.checkHost("m-0a.kinesisvideo.us-east-1.amazonaws.com")).toBeDefined();
  expect(own.checkHost("s3.us-east-1.amazonaws.com")).toBeUndefined();
});

test.each([
  ["for fewer hosts", async () => makeVouchedCertificate(AWS_HOSTS.slice(1))],
  ["that cannot be read", async () => ({ ...(await makeVouchedCertificate(AWS_HOSTS)), certificate: "" })],
])("one %s gives way to a new one", async (_, stored) => {
  const old = await stored();
  writeFileSync(file, JSON.stringify(old));
  const made = await load();
  expect(made.authority).not.toBe(old.authority);
  expect(await load()).toEqual(made);
});
