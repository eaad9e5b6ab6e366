/** `npm run doctor [-- --env NAME] [--email ADDRESS] [--json]`: says what is wrong with a configuration, and how to fix it. */
import { createInterface } from "node:readline/promises";
import { readOptions, run } from "../command-line.ts";
import { readVariables } from "../deployment/configuration.ts";
import { examine } from "../doctor/doctor.ts";
import type { Finding } from "../doctor/finding.ts";
import { OPTIONS } from "../options.ts";

const MARKS: Record<Finding["verdict"], string> = { ok: "✓", "not-checked": "–", wrong: "✗" };

/** From LECTERN_PASSWORD, else asked for. Not an option, because shells keep command lines in their history. */
async function readPassword(email: string): Promise<string> {
  if (process.env.LECTERN_PASSWORD) return process.env.LECTERN_PASSWORD;
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await prompt.question(`Password of ${email} (it is shown): `);
  } finally {
    prompt.close();
  }
}

await run(async () => {
  const { env, email, json } = readOptions(OPTIONS.doctor);
  const variables = readVariables(env);
  const findings = await examine(variables, email ? { email, password: await readPassword(email) } : undefined);
  const wrong = findings.filter(({ verdict }) => verdict === "wrong").length;
  if (json) console.log(JSON.stringify({ ok: wrong === 0, findings }, null, 2));
  else {
    for (const finding of findings) {
      const unchecked = finding.verdict === "not-checked" ? "not checked. " : "";
      console.log(`${MARKS[finding.verdict]} ${finding.check}: ${unchecked}${finding.says}`);
      if (finding.verdict === "wrong") console.log(`    → ${finding.mend}`);
    }
  }
  return wrong === 0 ? 0 : 1;
});
