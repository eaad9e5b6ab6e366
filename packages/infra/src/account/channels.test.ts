import { startTestStand, type TestStand } from "@lectern/local-aws/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { handlersRole } from "../policies/index.ts";
import { deleteChannels } from "./channels.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(() => stand.localAws.close());

it("deletes every channel of one environment, and none of another whose name begins with its name", async () => {
  stand.localAws.settings.addedActions = ["handlers kinesisvideo:ListSignalingChannels"];
  const elsewhere = handlersRole({ ...stand.deps.deployment, environmentName: "local2" });
  const neighbour = stand.as({ ...stand.deps.roles.handlers, ...elsewhere });
  await Promise.all(["a", "b", "c"].map((name) => stand.createChannel(`lectern-local-${name}`)));
  await stand.createChannel("lectern-local2-a", neighbour);
  const operator = stand.kinesisVideo(stand.handlers);
  expect(await deleteChannels(operator, "local")).toBe(3);
  stand.localAws.clock.advance(2_000);
  expect(await deleteChannels(operator, "local")).toBe(0);
  const { channels } = (await (await fetch(`${stand.localAws.url}/_local/state`)).json()) as {
    channels: { name: string }[];
  };
  expect(channels.map(({ name }) => name)).toEqual(["lectern-local2-a"]);
});
