import { createIam } from "./administration/iam.ts";
import { createCognitoIdentity } from "./cognito-identity/service.ts";
import { createCognitoIdp, createJwks } from "./cognito-idp/service.ts";
import type { Deps } from "./deps.ts";
import type { Service } from "./http/service.ts";
import { createManagedLogin } from "./managed-login/service.ts";
import { createSts } from "./sts/service.ts";

/** The identity services, in the order they are asked whether a request is theirs. */
export const createServices = (deps: Deps): Service[] => [
  createCognitoIdp(deps),
  createJwks(deps),
  createCognitoIdentity(deps),
  // Before STS, which takes every form.
  createIam(deps),
  createSts(deps),
  ...createManagedLogin({ ...deps, url: deps.publicUrl, callbackUrl: `${deps.speakerUrl}/`, key: deps.outsideKey }),
];
