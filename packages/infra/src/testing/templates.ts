import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Template } from "aws-cdk-lib/assertions";

export const ENVIRONMENT = "local";

/** Every setting. */
export const everything = {
  region: "eu-central-1",
  signUp: "open",
  passwordLength: 16,
  email: { from: "no-reply@example.org", fromName: "Lectern" },
  sms: { monthlyUsd: 20 },
  domain: {
    speaker: "speak.example.org",
    listener: "listen.example.org",
    hostedZone: { id: "Z0123456789ABCDEFGHIJ", name: "example.org" },
  },
  managedLogin: {
    domainPrefix: "lectern-example",
    providers: [
      {
        name: "Example",
        issuer: "https://id.example.com",
        clientId: "lectern",
        clientSecretName: "lectern/example",
        allow: ["@example.org", "ada@example.com"],
      },
    ],
  },
  alarmEmail: "operator@example.org",
  monthlyBudgetUsd: 50,
};

export type Variant = "plain" | "everything" | "adoption";
type StackId = "KVSWebRTCStack" | "SessionStack" | "WebStack" | "CertificateStack";

/** Folder of a variant's templates, which write-templates.ts writes. */
export const folderOf = (variant: Variant): string =>
  fileURLToPath(new URL(`../../../../test-results/cdk.out/${variant}`, import.meta.url));

/** A template as `npm run synth` writes it. */
export const templateOf = (stack: StackId, variant: Variant = "plain"): Template =>
  Template.fromJSON(JSON.parse(readFileSync(`${folderOf(variant)}/${stack}.template.json`, "utf8")));
