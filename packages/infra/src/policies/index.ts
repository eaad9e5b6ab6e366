/** IAM documents and pools as Lectern deploys them, as plain data: the CDK app and local-aws read the same. */
export { channelsOf, type Deployment, type PolicyDocument, type Role, type Statement } from "./document.ts";
export { identityPool, userPool } from "./pools.ts";
export { guestRole, handlersRole, lambdaTrust, speakerRole } from "./roles.ts";
