import { identityClients, startTestStand, type TestStand } from "@lectern/local-aws/testing";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { createScenario } from "../testing/scenario.ts";
import { guestRole, handlersRole, type Role, speakerRole } from "./index.ts";

let stand: TestStand;
let failedStep: () => Promise<string | null>;
beforeAll(async () => {
  // The session API logs every refusal.
  vi.spyOn(console, "error").mockImplementation(() => {});
  stand = await startTestStand();
  ({ failedStep } = await createScenario(stand));
});
afterEach(() => {
  stand.localAws.settings.removedActions = [];
  stand.localAws.settings.addedActions = [];
});
afterAll(() => stand.localAws.close());

const anywhere = {
  region: "",
  account: "",
  environmentName: "",
  identityPoolId: "",
  tableArn: "",
  webSocketApiArn: "",
};
const actionsOf = (name: string, { trust, permissions }: Role): string[] =>
  [...trust.Statement, ...permissions.Statement].flatMap(({ Action }) =>
    [Action].flat().map((action) => `${name} ${action}`),
  );

/** The step that fails without each action. */
const FAILS: Readonly<Record<string, string>> = {
  "speaker sts:AssumeRoleWithWebIdentity": "speaker's credentials",
  "speaker sts:TagSession": "speaker's credentials",
  "speaker kinesisvideo:ConnectAsMaster": "connect as master",
  "speaker kinesisvideo:GetIceServerConfig": "speaker's ICE servers",
  "guest sts:AssumeRoleWithWebIdentity": "guest's credentials",
  "guest kinesisvideo:ConnectAsViewer": "connect as viewer",
  "guest kinesisvideo:GetIceServerConfig": "guest's ICE servers",
  "handlers sts:AssumeRole": "POST /sessions",
  "handlers kinesisvideo:CreateSignalingChannel": "host",
  "handlers kinesisvideo:DescribeSignalingChannel": "host",
  "handlers kinesisvideo:GetSignalingChannelEndpoint": "host",
  "handlers kinesisvideo:DeleteSignalingChannel": "the channel is gone",
  "handlers dynamodb:GetItem": "GET /sessions/{code}",
  "handlers dynamodb:PutItem": "POST /sessions",
  "handlers dynamodb:UpdateItem": "host",
  "handlers dynamodb:DeleteItem": "DELETE /sessions/{code}",
  "handlers dynamodb:Query": "POST /sessions",
  "handlers dynamodb:BatchGetItem": "GET /sessions",
  "handlers execute-api:ManageConnections": "host",
};

it("allows a whole talk", async () => {
  expect(await failedStep()).toBeNull();
});

const deployed = [
  ...actionsOf("speaker", speakerRole(anywhere)),
  ...actionsOf("guest", guestRole(anywhere)),
  ...actionsOf("handlers", handlersRole(anywhere)),
];

it.each(deployed)("needs %s", async (action) => {
  stand.localAws.settings.removedActions = [action];
  expect(await failedStep()).toBe(FAILS[action]);
});

it("keeps guests from Kinesis Video Streams in the enhanced flow, whatever their role allows", async () => {
  stand.localAws.settings.addedActions = ["guest kinesisvideo:*"];
  const { guest } = stand.deps.roles;
  expect(guest.permissions.Statement.at(-1)).toMatchObject({ Action: "kinesisvideo:*", Resource: "*" });
  const channel = await stand.createChannel("lectern-local-enhanced");
  const clients = identityClients(stand);
  const { Credentials } = await clients.getCredentials(await clients.getId());
  const { AccessKeyId = "", SecretKey = "", SessionToken = "" } = Credentials ?? {};
  const enhanced = { accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken };
  expect(await channel.viewerRefused(enhanced, "viewer")).toMatchObject({ type: "AccessDeniedException" });
  (await channel.viewer(stand.as(guest), "viewer")).raw.close();
});
