import { join } from "node:path";
import { tableDefinition } from "@lectern/session-api/handlers";
import { createLambdaApi } from "./administration/lambda.ts";
import { createHttpApi } from "./api-gateway/http-service.ts";
import { createJwtAuthorizer } from "./api-gateway/jwt-authorizer.ts";
import { createSessionApi, jwksUri } from "./api-gateway/session-api.ts";
import { createWebSocketApi } from "./api-gateway/web-socket-service.ts";
import type { Inbox } from "./control/inbox.ts";
import type { Interference } from "./control/interference.ts";
import { createControl } from "./control/service.ts";
import type { Deps } from "./deps.ts";
import { createDynamoDb } from "./dynamodb/service.ts";
import { openStore } from "./dynamodb/store.ts";
import type { Service } from "./http/service.ts";
import { REGION, TABLE_NAME } from "./identifiers.ts";
import { createChannels } from "./kinesis-video/channels.ts";
import { createKinesisVideo } from "./kinesis-video/service.ts";
import type { Refusals } from "./refusals.ts";
import { createSignaling } from "./signaling/service.ts";
import { startTurn } from "./turn/coturn.ts";
import { expiring } from "./turn/expiring.ts";
import { noTurn } from "./turn/turn.ts";

export interface BackEnd {
  services: readonly Service[];
  turn: "coturn" | "none";
  /** To be called once the port answers. */
  start(): void;
  /** Ends what is not a service: coturn, the reaper, the handlers' clients. */
  close(): Promise<void>;
}

/** What the control API works on beside the services. */
export interface Surroundings {
  refusals: Refusals;
  inbox: Inbox;
  interference: Interference;
  restart(downMs: number): void;
}

/** Everything behind the identity services: Kinesis Video Streams, API Gateway with the session API, DynamoDB, TURN, control. */
export async function createBackEnd(
  deps: Deps,
  { refusals, inbox, interference, restart }: Surroundings,
): Promise<BackEnd> {
  const { clock, publicUrl, authenticator, settings, storage, identifiers, dataDirectory } = deps;
  // In this order: a data directory that cannot be opened leaves no coturn behind.
  const store = await openStore(tableDefinition(TABLE_NAME), dataDirectory && join(dataDirectory, "dynamodb"));
  const onQuotaReached = () => refusals.count("turn:AllocationQuotaReached");
  const turn = expiring(deps.turn === "auto" ? await startTurn(deps.address, onQuotaReached) : noTurn, settings, clock);
  const channels = createChannels({ clock, storage });
  const endpointOf = (kind: "m" | "v" | "r", id: string) =>
    deps.hosts === "aws" ? `https://${kind}-${id}.kinesisvideo.${REGION}.amazonaws.com` : `${publicUrl}/${kind}/${id}`;
  const sessionApi = createSessionApi(deps);
  const { handlers } = sessionApi;
  const signaling = createSignaling({ clock, channels, authenticator, settings, turn, refusals });
  const webSocketApi = createWebSocketApi({
    clock,
    handlers: {
      async webSocket(event) {
        if (event.requestContext.eventType === "MESSAGE") await interference.pass("web-socket-api");
        return handlers.webSocket(event);
      },
    },
    authenticator,
    refusals,
  });
  const authorizer = createJwtAuthorizer({
    clock,
    issuer: `https://cognito-idp.${REGION}.amazonaws.com/${identifiers.userPoolId}`,
    clientId: identifiers.clientId,
    jwksUri: jwksUri(deps),
  });
  const { userPool, credentials, identities } = deps;
  const sockets = { signaling: signaling.sockets, webSockets: webSocketApi.connections };
  const state = { clock, channels, credentials, identities, held: signaling.held, turn, refusals, ...sockets };
  return {
    turn: turn.kind,
    services: [
      createControl({ ...state, interference, restart, userPool, settings, inbox }),
      createDynamoDb({ authenticator, store }),
      createKinesisVideo({ clock, channels, authenticator, endpointOf }),
      signaling.service,
      createHttpApi({ clock, handlers, authorizer, refusals }),
      webSocketApi.service,
      createLambdaApi({ authenticator, handlers }),
    ],
    start: sessionApi.startReaper,
    async close() {
      sessionApi.close();
      await turn.close();
    },
  };
}
