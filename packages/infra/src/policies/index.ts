/** The IAM documents Lectern deploys, as plain data: the CDK app and local-aws read the same ones. */
export { channelsOf, type Deployment, type PolicyDocument, type Role, type Statement } from "./document.ts";
export { guestRole, handlersRole, lambdaTrust, speakerRole } from "./roles.ts";
