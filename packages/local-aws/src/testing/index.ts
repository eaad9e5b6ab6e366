/** A stand for tests of other packages: local-aws on a free port, credentials of any role, the product's ways in. */
export { REAPER_NAME } from "../administration/lambda.ts";
export { type IdentityClients, identityClients } from "./identity-pool.ts";
export { type Keys, presign } from "./presign.ts";
export { session } from "./sign-in.ts";
export { openSocket, type Refusal, refusalOf, type TestSocket } from "./sockets.ts";
export { startTestStand, type TestChannel, type TestStand } from "./stand.ts";
