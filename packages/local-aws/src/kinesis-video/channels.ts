import { randomBytes } from "node:crypto";
import { array, type InferOutput, number, object, optional, picklist, record, string } from "valibot";
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
  /** What messageTtlSeconds is about to become: the channel is being updated. */
  updatingTo: optional(number()),
  version: string(),
  /** Stands for the host names AWS gives a channel's endpoints. */
  endpointId: string(),
  tags: optional(record(string(), string()), {}),
});

export type Channel = InferOutput<typeof channelSchema>;

/** The account's signaling channels: created and deleted by the clock, not by the call. */
export interface Channels {
  create(name: string, messageTtlSeconds: number, tags?: Readonly<Record<string, string>>): Channel;
  /** Takes effect, with a new version, a moment later; the channel goes on meanwhile. */
  update(channel: Channel, messageTtlSeconds: number): void;
  /** Replaces its tags. */
  tag(channel: Channel, tags: Record<string, string>): void;
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

const newVersion = (): string => randomBytes(10).toString("hex");

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
      if (channel.updatingTo !== undefined) {
        channel.messageTtlSeconds = channel.updatingTo;
        channel.updatingTo = undefined;
        channel.version = newVersion();
      }
      save();
    });
  // What a restart interrupted goes on: AWS would have finished it.
  for (const channel of channels.values()) {
    if (channel.status !== "ACTIVE" || channel.updatingTo !== undefined) settle(channel);
  }

  const find = (matches: (channel: Channel) => boolean) => [...channels.values()].find(matches);

  return {
    create(name, messageTtlSeconds, tags = {}) {
      const createdAt = clock.now();
      const channel: Channel = {
        name,
        arn: channelArn(name, createdAt),
        createdAt,
        status: "CREATING",
        messageTtlSeconds,
        version: newVersion(),
        endpointId: randomBytes(4).toString("hex"),
        tags: { ...tags },
      };
      channels.set(name, channel);
      save();
      settle(channel);
      return channel;
    },
    update(channel, messageTtlSeconds) {
      channel.updatingTo = messageTtlSeconds;
      save();
      settle(channel);
    },
    tag(channel, tags) {
      channel.tags = tags;
      save();
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
