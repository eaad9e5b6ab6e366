import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { number, object } from "valibot";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startLocalAws } from "../start.ts";
import { PASSWORD } from "../testing/accounts.ts";
import { session } from "../testing/sign-in.ts";
import { removeData } from "./remove-data.ts";
import { createStorage } from "./storage.ts";

const schema = object({ count: number() });
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "lectern-"));
});

afterEach(() => rmSync(directory, { recursive: true }));

describe("storage", () => {
  it("keeps what was set for the next to open it, and leaves no drafts behind", () => {
    createStorage(directory)
      .document("a", schema, () => ({ count: 0 }))
      .set({ count: 1 });
    const again = createStorage(directory).document("a", schema, () => ({ count: 0 }));
    expect(again.get()).toEqual({ count: 1 });
    expect(readdirSync(directory)).toEqual(["a.json"]);
  });

  it.each([
    ["is not JSON", "{"],
    ["has another shape", '{"count":"1"}'],
  ])("names a file that %s", (_, text) => {
    writeFileSync(join(directory, "a.json"), text);
    expect(() => createStorage(directory).document("a", schema, () => ({ count: 0 }))).toThrow(
      expect.objectContaining({ code: "corrupt-data", message: expect.stringContaining(join(directory, "a.json")) }),
    );
  });

  it("writes nothing without a directory", () => {
    const document = createStorage().document("a", schema, () => ({ count: 0 }));
    document.set({ count: 2 });
    expect(document.get()).toEqual({ count: 2 });
    expect(readdirSync(directory)).toEqual([]);
  });
});

it("carries pools, accounts, keys and sessions over a restart, and never a password or a refresh token", async () => {
  const start = () => startLocalAws({ port: 0, turn: "off", dataDirectory: directory });
  const password = "Correct-Horse-1";
  const first = await start();
  const { sub } = await first.createUser({ email: "stays@example.org", password });
  const before = await session(first, "stays@example.org", password);
  await first.close();

  const files = readdirSync(directory).filter((name) => name.endsWith(".json"));
  const written = files.map((name) => readFileSync(join(directory, name), "utf8")).join("\n");
  expect(written).toContain("stays@example.org");
  expect(written).not.toContain(password);
  expect(written).not.toContain(before.getRefreshToken().getToken());

  const second = await start();
  try {
    expect(second.env.VITE_COGNITO_USER_POOL_ID).toBe(first.env.VITE_COGNITO_USER_POOL_ID);
    expect(second.env.VITE_COGNITO_IDENTITY_POOL_ID).toBe(first.env.VITE_COGNITO_IDENTITY_POOL_ID);
    const after = await session(second, "stays@example.org", password);
    expect(after.getIdToken().payload.sub).toBe(sub);
    const response = await fetch(second.url, {
      method: "POST",
      headers: {
        "x-amz-target": "AWSCognitoIdentityProviderService.GetUser",
        "content-type": "application/x-amz-json-1.1",
      },
      body: JSON.stringify({ AccessToken: before.getAccessToken().getJwtToken() }),
    });
    expect(response.status).toBe(200);
  } finally {
    await second.close();
  }
});

describe("a data folder", () => {
  const start = () => startLocalAws({ port: 0, turn: "off", dataDirectory: directory });

  it("that another local-aws uses is named, and neither changed nor removed", async () => {
    const first = await start();
    await first.createUser({ email: "stays@example.org", password: PASSWORD });
    const inUse = { code: "data-in-use", message: expect.stringContaining(directory) };
    await expect(start()).rejects.toMatchObject(inUse);
    await expect(removeData(directory)).rejects.toMatchObject(inUse);
    await session(first, "stays@example.org", PASSWORD);
    await first.close();
    await removeData(directory);
    expect(existsSync(directory)).toBe(false);
    mkdirSync(directory);
  });

  it("whose database is damaged is named, and can be removed", async () => {
    const database = join(directory, "dynamodb");
    mkdirSync(database);
    writeFileSync(join(database, "CURRENT"), "damaged");
    await expect(start()).rejects.toMatchObject({ code: "corrupt-data", message: expect.stringContaining(database) });
    await removeData(directory);
    await (await start()).close();
  });

  it("that is a file is named", async () => {
    const file = join(directory, "file");
    writeFileSync(file, "");
    await expect(startLocalAws({ port: 0, turn: "off", dataDirectory: file })).rejects.toMatchObject({
      code: "corrupt-data",
      message: expect.stringContaining(file),
    });
  });
});

it("says which port is taken", async () => {
  const first = await startLocalAws({ port: 0, turn: "off" });
  const port = Number(new URL(first.url).port);
  await expect(startLocalAws({ port, turn: "off" })).rejects.toMatchObject({
    code: "port-in-use",
    message: `Port ${port} is in use.`,
  });
  await first.close();
});
