import type { Deployment } from "@lectern/infra/policies";
import { preTokenGeneration, tableDefinition } from "@lectern/session-api/handlers";
import { type Account, createAccount, noteChange } from "./administration/account.ts";
import { createCloudFormation } from "./administration/cloudformation.ts";
import { createCloudFront } from "./administration/cloudfront.ts";
import { createIam } from "./administration/iam.ts";
import { createLambdaApi } from "./administration/lambda.ts";
import { operator } from "./administration/operator.ts";
import { createS3 } from "./administration/s3.ts";
import { createServiceQuotas } from "./administration/service-quotas.ts";
import { userPoolAdministration } from "./administration/user-pools.ts";
import { createHttpApi } from "./api-gateway/http-service.ts";
import { createJwtAuthorizer } from "./api-gateway/jwt-authorizer.ts";
import { createSessionApi } from "./api-gateway/session-api.ts";
import { createWebSocketApi } from "./api-gateway/web-socket-service.ts";
import type { MovableClock } from "./clock.ts";
import { createIdentities, type Identities } from "./cognito-identity/identities.ts";
import { createOpenIdTokens } from "./cognito-identity/open-id-token.ts";
import { createCognitoIdentity } from "./cognito-identity/service.ts";
import { createCognitoIdp } from "./cognito-idp/service.ts";
import { issuerOf } from "./cognito-idp/tokens.ts";
import { createUserPool, type UserPool } from "./cognito-idp/user-pool.ts";
import { createWellKnown } from "./cognito-idp/well-known.ts";
import { type AnswerFaults, withAnswerFaults } from "./control/answer-faults.ts";
import type { Inbox } from "./control/inbox.ts";
import { createControl } from "./control/service.ts";
import { createDynamoDb } from "./dynamodb/service.ts";
import { databaseOf, openStore } from "./dynamodb/store.ts";
import { awsHostOf, endpointHost } from "./http/aws-hosts.ts";
import { listen } from "./http/server.ts";
import type { AwsRequest, Service } from "./http/service.ts";
import { createAuthenticator } from "./iam/authenticator.ts";
import { type CredentialStore, createCredentialStore, type IssuedCredentials } from "./iam/credential-store.ts";
import type { Authenticator } from "./iam/principal.ts";
import { createRoles, type RoleStore, roleSession } from "./iam/roles.ts";
import { loadSigningKey } from "./iam/signing-key.ts";
import { ACCOUNT, deploymentOf, type Identifiers, loadIdentifiers, REGION, TABLE_NAME } from "./identifiers.ts";
import { createChannels } from "./kinesis-video/channels.ts";
import { createKinesisVideo } from "./kinesis-video/service.ts";
import { createManagedLogin, managedLoginUrl } from "./managed-login/service.ts";
import type { LocalAwsOptions } from "./options.ts";
import { createRefusalCounts } from "./refusal-counts.ts";
import type { Settings } from "./settings.ts";
import { createSignaling } from "./signaling/service.ts";
import { createStorage } from "./storage/storage.ts";
import { createSts } from "./sts/service.ts";
import { startTurn } from "./turn/coturn.ts";
import { withExpiringAllocations } from "./turn/expiring.ts";
import { noTurn } from "./turn/turn.ts";

/** What a restart does not end: time, what testers have set, and mail that has been sent. */
export interface Lasting {
  clock: MovableClock;
  settings: Settings;
  inbox: Inbox;
  answerFaults: AnswerFaults;
  restart(downMs: number): void;
}

/** What tests reach into: with it they issue themselves credentials of any role. */
export interface Internals {
  clock: MovableClock;
  identifiers: Identifiers;
  deployment: Deployment;
  roles: RoleStore;
  credentials: CredentialStore;
  authenticator: Authenticator;
  userPool: UserPool;
  identities: Identities;
  /** Of the role lectern-local-handlers; they never expire. */
  handlersCredentials: IssuedCredentials;
  /** Of an administrator; they never expire. */
  operatorCredentials: IssuedCredentials;
  account: Account;
}

/** One run, from a start to the next restart or the end. */
export interface Run {
  port: number;
  publicUrl: string;
  turn: "coturn" | "none";
  internals: Internals;
  close(): Promise<void>;
}

/**
 * Makes everything there is, in the order in which one needs the other, and puts it behind the port.
 * @throws LocalAwsError "port-in-use", "data-in-use", "corrupt-data"
 */
export async function compose(options: LocalAwsOptions, lasting: Lasting): Promise<Run> {
  const { clock, settings, inbox, answerFaults, restart } = lasting;
  const { dataDirectory, functions, hosts = "local" } = options;

  // First of all: a folder that is in use stays as it is.
  const storage = createStorage(dataDirectory);
  const store = await openStore(tableDefinition(TABLE_NAME), dataDirectory && databaseOf(dataDirectory));

  const services: Service[] = [];
  /** In the order of making: what uses another is closed before it. */
  const opened: { close(): unknown }[] = [store];
  const close = async () => {
    for (const one of [...opened].reverse()) await one.close();
    clock.clear();
  };
  try {
    // What an earlier run left, and what deployment would have named.
    const identifiers = loadIdentifiers(storage);
    const { identityPoolId, userPoolId, clientId } = identifiers;
    const deployment = deploymentOf(identifiers);
    const identityPoolKey = await loadSigningKey(storage, "identity-pool-key");
    const outsideProviderKey = await loadSigningKey(storage, "outside-provider-key");
    const userPool = await createUserPool({ clock, settings, inbox, storage, identifiers, preTokenGeneration });
    const identities = createIdentities(storage);
    const channels = createChannels({ clock, storage });

    // The port: its number is part of every address below.
    const refusals = createRefusalCounts();
    const server = await listen(options.port ?? 9700, clock, refusals);
    opened.push(server);
    const url = `http://127.0.0.1:${server.port}`;
    const publicUrl = options.network?.url ?? url;
    const jwksUri = `${url}/${userPoolId}/.well-known/jwks.json`;

    // IAM: who may what.
    const roles = createRoles(deployment, settings);
    const credentials = createCredentialStore(clock);
    const account = createAccount(userPoolId);
    const authenticator = createAuthenticator({
      ...{ clock, credentials, region: REGION, isWithdrawn: roles.isWithdrawn },
      onAllowed: (principal, action, resource) => noteChange(account, principal, action, resource),
    });
    const handlersRole = roleSession(roles.handlers, ACCOUNT, "handlers");
    const handlersCredentials = credentials.issue(handlersRole, Number.POSITIVE_INFINITY);
    const operatorCredentials = credentials.issue(operator, Number.POSITIVE_INFINITY);

    // What the commands that operate an environment call. Before STS, which answers every request that posts a form.
    services.push(
      createIam({ authenticator, roles }),
      createCloudFormation({ account, authenticator, roles }),
      createServiceQuotas(account, authenticator),
      createS3(account, authenticator),
      createCloudFront(account, authenticator),
    );

    const dynamoDb = createDynamoDb({ authenticator, store });
    opened.push(dynamoDb);
    services.push(dynamoDb);

    // Cognito, and STS for the classic flow.
    const openIdTokens = createOpenIdTokens(identityPoolKey, clock);
    const callbackUrl = `${options.speakerUrl ?? "http://localhost:5173"}/`;
    const identityPool = { identityPoolId, account: ACCOUNT, clock, settings, userPool, identities, openIdTokens };
    services.push(
      createCognitoIdp(userPool, userPoolAdministration(account, authenticator, userPool, inbox)),
      createWellKnown(userPool, publicUrl, managedLoginUrl(publicUrl)),
      createCognitoIdentity({ ...identityPool, roles, credentials }, authenticator),
      ...createManagedLogin({ url: publicUrl, userPool, callbackUrl, key: outsideProviderKey }),
      createSts({ account: ACCOUNT, openIdTokens, roles, credentials }, authenticator),
    );

    // Kinesis Video Streams, with coturn.
    const address = options.network?.address ?? "127.0.0.1";
    const onQuotaReached = () => refusals.count("turn:AllocationQuotaReached");
    const coturn = options.turn === "off" ? noTurn : await startTurn(address, onQuotaReached);
    const turn = withExpiringAllocations(coturn, settings, clock);
    opened.push(turn);
    // Who came by AWS's names goes on by them.
    const endpointOf = (kind: "m" | "v" | "r", id: string, request: AwsRequest) =>
      hosts === "aws" || awsHostOf(request) ? `https://${endpointHost(kind, id)}` : `${publicUrl}/${kind}/${id}`;
    const signaling = createSignaling({ clock, channels, authenticator, settings, turn, refusals });
    opened.push(signaling.service);
    services.push(createKinesisVideo({ clock, channels, authenticator, endpointOf }), signaling.service);

    // The session API: its handlers, which call the services above, behind API Gateway.
    const sessionApi = createSessionApi({
      ...{ url, publicUrl, jwksUri, clock, settings, identifiers, roles },
      ...{ credentials: handlersCredentials, functions },
    });
    opened.push(sessionApi);
    const { handlers } = sessionApi;
    const authorizer = createJwtAuthorizer({ clock, issuer: issuerOf(userPoolId), clientId, jwksUri });
    const beforeMessage = () => answerFaults.pass("web-socket-message");
    const webSocketApi = createWebSocketApi({ clock, handlers, authenticator, refusals, beforeMessage });
    opened.push(webSocketApi.service);
    services.push(
      createHttpApi({ clock, handlers, authorizer, refusals }),
      webSocketApi.service,
      createLambdaApi({ account, authenticator, handlers }),
    );

    const sockets = { signaling: signaling.sockets, webSockets: webSocketApi.connections };
    const state = { clock, channels, credentials, identities, heldMessages: signaling.heldMessages, turn, refusals };
    const control = createControl({ ...state, ...sockets, answerFaults, restart, userPool, settings, inbox });

    server.route([control, ...services.map((service) => withAnswerFaults(service, answerFaults))]);
    sessionApi.startReaper();
    return {
      port: server.port,
      publicUrl,
      turn: turn.kind,
      close,
      internals: {
        ...{ clock, identifiers, deployment, roles, credentials, authenticator, userPool, identities },
        ...{ handlersCredentials, operatorCredentials, account },
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
