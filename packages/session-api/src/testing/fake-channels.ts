interface FakeChannel {
  ChannelName: string;
  ChannelARN: string;
  ChannelStatus: "CREATING" | "ACTIVE" | "DELETING";
  CreationTime: number;
  SingleMasterConfiguration: { MessageTtlSeconds: number };
}

type Answer = { status: number; body: object; type?: string };
const refuse = (type: string, status: number): Answer => ({ status, type, body: { Message: type } });

/** KVS's control plane, as much as the handlers use: channels are asynchronous, names unique, ARNs end in a time. */
export interface FakeChannels {
  list(): FakeChannel[];
  /** Set to let channels stay in CREATING; default: the first says CREATING. */
  describesUntilActive: number;
  /** What its endpoints are called. */
  domain: string;
  /** While true, everything is refused as AWS does in trouble. */
  down: boolean;
  /** Names asked for while it was down. */
  refusedNames: string[];
  handle(path: string, body: Record<string, unknown>): Answer | null;
}

export function createFakeChannels(): FakeChannels {
  const channels = new Map<string, FakeChannel>();
  let created = 0;
  const find = ({ ChannelName, ChannelARN }: Record<string, unknown>): FakeChannel | undefined =>
    [...channels.values()].find((channel) => channel.ChannelName === ChannelName || channel.ChannelARN === ChannelARN);

  const fake: FakeChannels = {
    list: () => [...channels.values()],
    describesUntilActive: 0,
    domain: "kinesisvideo.us-east-1.amazonaws.com",
    down: false,
    refusedNames: [],
    handle(path, body) {
      if (fake.down && path.endsWith("SignalingChannel")) {
        if (path === "/createSignalingChannel") fake.refusedNames.push(String(body.ChannelName));
        return refuse("AccessDeniedException", 403);
      }
      const found = find(body);
      switch (path) {
        case "/createSignalingChannel": {
          if (found) return refuse("ResourceInUseException", 400);
          const name = String(body.ChannelName);
          const ChannelARN = `arn:aws:kinesisvideo:us-east-1:123456789012:channel/${name}/${1e12 + created++}`;
          const SingleMasterConfiguration = body.SingleMasterConfiguration as FakeChannel["SingleMasterConfiguration"];
          const ChannelStatus = "CREATING";
          channels.set(name, {
            ChannelName: name,
            ChannelARN,
            ChannelStatus,
            CreationTime: 1,
            SingleMasterConfiguration,
          });
          return { status: 200, body: { ChannelARN } };
        }
        case "/describeSignalingChannel": {
          if (!found) return refuse("ResourceNotFoundException", 404);
          const body = { ChannelInfo: { ...found } };
          if (found.CreationTime++ > fake.describesUntilActive) found.ChannelStatus = "ACTIVE";
          return { status: 200, body };
        }
        case "/getSignalingChannelEndpoint": {
          if (!found) return refuse("ResourceNotFoundException", 404);
          const { Role } = body.SingleMasterChannelEndpointConfiguration as { Role: string };
          const letter = Role === "MASTER" ? "m" : "v";
          const ResourceEndpointList = [
            { Protocol: "WSS", ResourceEndpoint: `wss://${letter}-1.${fake.domain}` },
            { Protocol: "HTTPS", ResourceEndpoint: `https://r-1.${fake.domain}` },
          ];
          return { status: 200, body: { ResourceEndpointList } };
        }
        case "/deleteSignalingChannel": {
          if (!found) return refuse("ResourceNotFoundException", 404);
          if (found.ChannelStatus === "CREATING") return refuse("ResourceInUseException", 400);
          channels.delete(found.ChannelName);
          return { status: 200, body: {} };
        }
        default:
          return null;
      }
    },
  };
  return fake;
}
