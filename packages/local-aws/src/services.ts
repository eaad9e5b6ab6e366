import { createCognitoIdentity } from "./cognito-identity/service.ts";
import { createCognitoIdp, createJwks } from "./cognito-idp/service.ts";
import type { Deps } from "./deps.ts";
import type { Service } from "./http/service.ts";
import { createSts } from "./sts/service.ts";

/** The identity services, in the order they are asked whether a request is theirs. */
export const createServices: readonly ((deps: Deps) => Service | Promise<Service>)[] = [
  createCognitoIdp,
  createJwks,
  createCognitoIdentity,
  createSts,
];
