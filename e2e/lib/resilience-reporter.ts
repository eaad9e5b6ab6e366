import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import type { Row } from "./continuous.ts";

const file = fileURLToPath(new URL("../../docs/resilience.md", import.meta.url));

const introduction = `# Resilience

What breaks, what a person sees of it, and for how long the listener's sound was away, in a browser test with a recorded voice. Written by \`npm run bench -- resilience\` (two noisy cores, Chromium on Linux, local-aws, everything on one computer); \`npm test\` runs the same tests, with their limits, and fails if this table lacks one of them. "–": under 200 ms, which is a pause between two syllables. Where the cause is a page or a computer that is gone, the gap is counted from its return.

| fault | what a person sees | sound away |
|---|---|---|
`;

const UNHEARD_MS = 200;
const line = ({ fault, sees }: Pick<Row, "fault" | "sees">) => `| ${fault} | ${sees} |`;
const gap = ({ gapMs }: Row) => (gapMs < UNHEARD_MS ? "–" : `${(gapMs / 1000).toFixed(1)} s`);

/** Keeps docs/resilience.md true: writes it when asked to, else fails where it lacks what the tests found. */
export default class ResilienceReporter implements Reporter {
  private rows: Row[] = [];

  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description = "" } of annotations) {
      if (type === "resilience") this.rows.push(JSON.parse(description));
    }
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult["status"] } | undefined> {
    const lines = this.rows.map((row) => `${line(row)} ${gap(row)} |`);
    if (process.env.LECTERN_RESILIENCE === "write") {
      if (status === "passed") writeFileSync(file, `${introduction}${lines.join("\n")}\n`);
      return;
    }
    const written = readFileSync(file, "utf8");
    const missing = this.rows.filter((row) => !written.includes(line(row)));
    if (missing.length === 0) return;
    console.error(
      `docs/resilience.md lacks, or says otherwise (npm run bench -- resilience):\n${missing.map(line).join("\n")}`,
    );
    return { status: "failed" };
  }
}
