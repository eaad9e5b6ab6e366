import { randomBytes } from "node:crypto";
import { array, type InferOutput, number, object, picklist, string } from "valibot";
import type { MovableClock } from "../clock.ts";
import { ACCOUNT, REGION } from "../identifiers.ts";
import type { Storage } from "../storage/storage.ts";

/** How long creating and deleting take here. AWS names no figure; seconds are usual there. */
const SETTLING_MS = 300;

const channelSchema = object({
  name: string(),
  arn: string(),
  /** Epoch ms, also the end of the ARN. */
  createdAt: number(),
  status: picklist(["CREATING", "ACTIVE", "DELETING"]),
  messageTtlSeconds: number(),
  version: string(),
  /** Stands for the host names AWS gives a channel's endpoints. */
  endpointId: string(),
});

export type Channel = InferOutput<typeof channelSchema>;

/** The account's signaling channels: created and deleted by the clock, not by the call. */
export interface Channels {
  create(name: string, messageTtlSeconds: number): Channel;
  /** Begins the deletion; the channel is gone a moment later. */
  remove(channel: Channel): void;
  byName(name: string): Channel | undefined;
  byArn(arn: string): Channel | undefined;
  byEndpointId(endpointId: string): Channel | undefined;
  /** Sorted by name. */
  list(): readonly Channel[];
  /** Told once a channel is gone. */
  onGone(listener: (channel: Channel) => void): void;
}

/** The form a policy is judged against while a channel's creation time does not exist or is not known. */
export const channelArnPattern = (name: string): string => channelArn(name, "*");

const channelArn = (name: string, creation: number | "*"): string =>
  `arn:aws:kinesisvideo:${REGION}:${ACCOUNT}:channel/${name}/${creation}`;

export function createChannels({ clock, storage }: { clock: MovableClock; storage: Storage }): Channels {
  const stored = storage.document("channels", array(channelSchema), () => []);
  const channels = new Map(stored.get().map((channel) => [channel.name, channel]));
  const goneListeners: ((channel: Channel) => void)[] = [];
  const save = () => stored.set([...channels.values()]);

  const settle = (channel: Channel) =>
    clock.after(SETTLING_MS, () => {
      if (channel.status === "DELETING") {
        channels.delete(channel.name);
        for (const listener of goneListeners) listener(channel);
      } else {
        channel.status = "ACTIVE";
      }
      save();
    });
  // What a restart interrupted goes on: AWS would have finished it.
  for (const channel of channels.values()) if (channel.status !== "ACTIVE") settle(channel);

  const find = (matches: (channel: Channel) => boolean) => [...channels.values()].find(matches);

  return {
    create(name, messageTtlSeconds) {
      const createdAt = clock.now();
      const channel: Channel = {
        name,
        arn: channelArn(name, createdAt),
        createdAt,
        status: "CREATING",
        messageTtlSeconds,
        version: randomBytes(10).toString("hex"),
        endpointId: randomBytes(4).toString("hex"),
      };
      channels.set(name, channel);
      save();
      settle(channel);
      return channel;
    },
    remove(channel) {
      channel.status = "DELETING";
      save();
      settle(channel);
    },
    byName: (name) => channels.get(name),
    byArn: (arn) => find((channel) => channel.arn === arn),
    byEndpointId: (endpointId) => find((channel) => channel.endpointId === endpointId),
    list: () => [...channels.values()].sort((a, b) => a.name.localeCompare(b.name)),
    onGone: (listener) => void goneListeners.push(listener),
  };
}
