import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { edited, expectNoEcho, fc, overSockets, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClock } from "../clock.ts";
import { createIdentities } from "../cognito-identity/identities.ts";
import { createSessions } from "../cognito-idp/sessions.ts";
import { createUsers } from "../cognito-idp/users.ts";
import { LocalAwsError } from "../errors.ts";
import { loadSigningKey } from "../iam/signing-key.ts";
import { loadIdentifiers } from "../identifiers.ts";
import { createChannels } from "../kinesis-video/channels.ts";
import { createStorage } from "./storage.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "lectern-fuzz-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** Everything that is kept, opened and used once. */
async function open(): Promise<void> {
  const storage = createStorage(directory);
  const clock = createClock();
  loadIdentifiers(storage);
  await loadSigningKey(storage, "user-pool-key");
  createUsers(storage, clock, "pool").find("ada@example.org");
  createSessions(storage, clock).byRefreshToken("token");
  createIdentities(storage).find("us-east-1:identity");
  createChannels({ clock, storage }).byName("a");
  clock.clear();
}

test("starts with any file that fits, and names any that does not, quoting nothing", async () => {
  await open();
  const storage = createStorage(directory);
  const clock = createClock();
  createUsers(storage, clock, "pool").create({ email: "ada@example.org", password: "Correct-horse-1" });
  createSessions(storage, clock).start("ada");
  createIdentities(storage).create();
  createChannels({ clock, storage }).create("a", 60);
  clock.clear();
  const files = readdirSync(directory).map((name) => ({ name, text: readFileSync(join(directory, name), "utf8") }));
  const damage = fc
    .constantFrom(...files)
    .chain((file) =>
      fc.oneof(wire(fc.constant(JSON.parse(file.text))), edited(file.text)).map((damaged) => ({ ...file, damaged })),
    );
  await fc.assert(
    fc.asyncProperty(damage, async ({ name, text, damaged }) => {
      writeFileSync(join(directory, name), damaged);
      try {
        await open();
      } catch (error) {
        if (!(error instanceof LocalAwsError)) throw error;
        expect(error.code).toBe("corrupt-data");
        expect(error.message).toContain(name);
        expectNoEcho("the message", error.message);
      } finally {
        writeFileSync(join(directory, name), text);
      }
    }),
    overSockets,
  );
  await open();
});
