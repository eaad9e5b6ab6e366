import { DescribeSignalingChannelCommand } from "@aws-sdk/client-kinesis-video";
import { startTestStand, type TestChannel, type TestStand } from "@lectern/local-aws/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guestRole, handlersRole, speakerRole } from "./index.ts";

/** In one account. Each name begins with the one before, which a careless wildcard would match. */
const ENVIRONMENTS = ["a", "ab", "ab1"] as const;
const SPEAKER = "0123456789abcdef0123456789abcdef";
const denied = { status: 403, type: "AccessDeniedException" };

let stand: TestStand;
let channels: TestChannel[];
beforeAll(async () => {
  stand = await startTestStand();
  channels = await Promise.all(
    ENVIRONMENTS.map((name) => stand.createChannel(`lectern-${name}-${SPEAKER}-x`, keysOf(name).handlers)),
  );
});
afterAll(() => stand.localAws.close());

function keysOf(environmentName: string) {
  const deployment = { ...stand.deps.deployment, environmentName };
  const { roles } = stand.deps;
  const as = (name: "guest" | "speaker" | "handlers", role: object, tags = {}) =>
    stand.as({ ...roles[name], ...role, name: `lectern-${environmentName}-${name}` }, tags);
  return {
    guest: as("guest", guestRole(deployment)),
    speaker: as("speaker", speakerRole(deployment), { speaker: SPEAKER }),
    handlers: as("handlers", handlersRole(deployment)),
  };
}

describe.each(ENVIRONMENTS)("environment %s beside others", (name) => {
  const own = ENVIRONMENTS.indexOf(name);

  it("reaches its own channels", async () => {
    const { guest, speaker } = keysOf(name);
    const channel = channels[own];
    (await channel?.master(speaker))?.raw.close();
    (await channel?.viewer(guest, "viewer"))?.raw.close();
  });

  it("reaches no other's, as guest, as the same speaker, or as the session API", async () => {
    const { guest, speaker, handlers } = keysOf(name);
    for (const channel of channels.filter((_, index) => index !== own)) {
      expect(await channel.masterRefused(speaker)).toMatchObject(denied);
      expect(await channel.viewerRefused(guest, "viewer")).toMatchObject(denied);
      await expect(
        stand.kinesisVideo(handlers).send(new DescribeSignalingChannelCommand({ ChannelARN: channel.arn })),
      ).rejects.toMatchObject({ name: "AccessDeniedException" });
    }
  });
});
