import { startTestStand } from "@lectern/local-aws/testing";
import { expect, it } from "vitest";
import { nothing } from "./emergency.ts";

it("takes everything from a guest's role by one statement, for whatever else it is allowed", async () => {
  const stand = await startTestStand();
  const { guest } = stand.deps.roles;
  const Statement = [...guest.permissions.Statement, ...nothing.Statement];
  const stopped = stand.as({ ...guest, permissions: { ...guest.permissions, Statement } });
  const channel = await stand.createChannel("lectern-local-stopped");
  expect(await channel.viewerRefused(stopped, "viewer")).toMatchObject({ status: 403, type: "AccessDeniedException" });
  (await channel.viewer(stand.guest, "viewer")).raw.close();
  await stand.localAws.close();
});
