import { readdirSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { explanations } from "@lectern/auth/explanations";
import { HTTP_THROTTLE, WEB_SOCKET_THROTTLE } from "@lectern/session-api/contract";
import { describe, expect, it } from "vitest";
import { root } from "../command-line.ts";
import { templateOf } from "../testing/templates.ts";
import { FROM_OUTPUTS } from "./env-file.ts";

const read = (file: string): string => readFileSync(`${root}${file}`, "utf8");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ".env.example",
  ...readdirSync(`${root}docs`, { recursive: true })
    .map((file) => `docs/${file}`)
    .filter((file) => file.endsWith(".md")),
];
const configuration = read("docs/configuration.md");
const outputs = (["KVSWebRTCStack", "SessionStack", "WebStack", "CertificateStack"] as const)
  .flatMap((stack) => Object.keys(templateOf(stack, "everything").toJSON().Outputs))
  .filter((name) => !name.startsWith("ExportsOutput"));

describe("names of outputs", () => {
  it("are in the pages' explanations as the templates put them out", () => {
    const named = Object.entries(explanations).flatMap(([variable, { howToFind }]) =>
      [...howToFind.matchAll(/output “(\w+)”/g)].map(([, output]) => [variable, output]),
    );
    expect(Object.fromEntries(named)).toEqual(FROM_OUTPUTS);
    expect(outputs).toEqual(expect.arrayContaining(Object.values(FROM_OUTPUTS)));
  });

  it("are in docs/configuration.md, each beside its variable, and no other is asked of a stack", () => {
    for (const [variable, output] of Object.entries(FROM_OUTPUTS)) {
      expect(configuration.split("\n").some((line) => line.includes(variable) && line.includes(`\`${output}\``))).toBe(
        true,
      );
    }
  });

  it("are spelled alike in every document", () => {
    for (const file of documents) {
      const asked = [...read(file).matchAll(/OutputKey==.?'(\w+)'|[Oo]utputs? [`“](\w+)[`”]/g)].map(
        (found) => found[1] ?? found[2],
      );
      expect({ file, unknown: asked.filter((name) => !outputs.includes(name ?? "")) }).toEqual({ file, unknown: [] });
    }
  });
});

it("docs/configuration.md has the whole .env, which is .env.example's", () => {
  const [, block = ""] = /```bash\n(# \.env\n[\s\S]*?)```/.exec(configuration) ?? [];
  expect(Object.keys(parseEnv(block)).sort()).toEqual(Object.keys(parseEnv(read(".env.example"))).sort());
});

it("every command a document names is one", () => {
  const { scripts } = JSON.parse(read("package.json"));
  for (const file of documents) {
    const named = [...read(file).matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = ""]) => name);
    expect({ file, unknown: named.filter((name) => !(name in scripts)) }).toEqual({ file, unknown: [] });
  }
});

it("every heading a document links to exists", () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll("`", "")
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-");
  const headings = (file: string) => [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading));
  for (const file of documents.filter((name) => /^docs\/[^/]+\.md$/.test(name))) {
    for (const [, target = "", anchor = ""] of read(file).matchAll(/\]\(([\w./-]*)#([^)]+)\)/g)) {
      if (target.includes("/")) continue;
      const linked = target === "" ? file : `docs/${target}`;
      expect({ file, anchor, found: headings(linked).includes(anchor) }).toEqual({ file, anchor, found: true });
    }
  }
});

it("docs/operations.md counts a listener's hour as it is on the wire, headers and all", () => {
  const operations = read("docs/operations.md");
  const [, megabytes] = /relayed data, Voice \| N × R × H × (\d+) MB/.exec(operations) ?? [];
  const [sound, packets, headers] = [32_000 / 8, 50, 12 + 10 + 8 + 20];
  const hour = ((sound + packets * headers) * 3600) / 1e6;
  expect(Math.abs(Number(megabytes) - hour)).toBeLessThan(1);
});

it("docs/security.md says what TURN can cost at its limits, and how much the session API takes a second", () => {
  const security = read("docs/security.md");
  const [allocations, bitsPerSecond, usdPerMinute, usdPerGigabyte] = [50, 5e6, 0.12 / 1000, 0.09];
  const gigabytes = (allocations * bitsPerSecond * 3600) / 8 / 1e9;
  expect(security).toContain(`50 × 60 × $0.00012 = $${(allocations * 60 * usdPerMinute).toFixed(2)} an hour`);
  expect(security).toContain(`${Math.round(gigabytes)} GB an hour, about $${Math.round(gigabytes * usdPerGigabyte)}`);
  expect(security).toContain(
    `${HTTP_THROTTLE.rateLimit} requests and ${WEB_SOCKET_THROTTLE.rateLimit} messages a second`,
  );
  for (const { rateLimit, burstLimit } of [HTTP_THROTTLE, WEB_SOCKET_THROTTLE]) expect(burstLimit).toBe(2 * rateLimit);
});
