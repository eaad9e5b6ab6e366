import type { Deployment } from "@lectern/infra/policies";
import type { SessionFunctions } from "./api-gateway/session-functions.ts";
import type { MovableClock } from "./clock.ts";
import type { Identities } from "./cognito-identity/identities.ts";
import type { OpenIdTokens } from "./cognito-identity/open-id-token.ts";
import type { UserPool } from "./cognito-idp/user-pool.ts";
import type { CredentialStore, IssuedCredentials } from "./iam/credential-store.ts";
import type { Authenticator } from "./iam/principal.ts";
import type { RoleStore } from "./iam/roles.ts";
import type { SigningKey } from "./iam/signing-key.ts";
import type { Identifiers } from "./identifiers.ts";
import type { Settings } from "./settings.ts";
import type { Storage } from "./storage/storage.ts";

/** What every service is made from: `createX(deps): Service`. The port is open already, so `url` is final. */
export interface Deps {
  /** http://127.0.0.1:PORT */
  url: string;
  /** What browsers call it. */
  publicUrl: string;
  /** Where browsers find its TURN server. */
  address: string;
  clock: MovableClock;
  settings: Settings;
  identifiers: Identifiers;
  /** Where the role policies apply; ARNs of the table and the WebSocket API included. */
  deployment: Deployment;
  storage: Storage;
  /** Absent: nothing outlives the process. */
  dataDirectory?: string;
  listenerUrl: string;
  /** Where managed login may send people back to. */
  speakerUrl: string;
  /** Of the provider beside AWS. */
  outsideKey: SigningKey;
  turn: "auto" | "off";
  hosts: "local" | "aws";
  functions?: SessionFunctions;
  authenticator: Authenticator;
  credentials: CredentialStore;
  roles: RoleStore;
  userPool: UserPool;
  identities: Identities;
  /** Made by the Identity Pool, read by STS. */
  openIdTokens: OpenIdTokens;
  /** Of the role lectern-local-handlers; they never expire. */
  handlersCredentials: IssuedCredentials;
  /** Of an administrator; they never expire. */
  operatorCredentials: IssuedCredentials;
}
