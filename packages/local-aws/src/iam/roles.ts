import { type Deployment, guestRole, handlersRole, type Role, speakerRole } from "@lectern/infra/policies";
import { awsIdentifier } from "./credential-store.ts";
import type { Principal } from "./principal.ts";

export interface NamedRole extends Role {
  name: string;
  arn: string;
  /** AROA…, as in AssumedRoleId. */
  id: string;
}

/** The roles of this deployment. */
export interface RoleStore {
  speaker: NamedRole;
  guest: NamedRole;
  handlers: NamedRole;
  find(arn: string): NamedRole | undefined;
}

/** Builds the roles of one deployment from the documents that are deployed on AWS. */
export function createRoles(deployment: Deployment): RoleStore {
  const named = (suffix: string, role: Role): NamedRole => {
    const name = `lectern-${deployment.environmentName}-${suffix}`;
    return { ...role, name, arn: `arn:aws:iam::${deployment.account}:role/${name}`, id: awsIdentifier("AROA") };
  };
  const roles = {
    speaker: named("speaker", speakerRole(deployment)),
    guest: named("guest", guestRole(deployment)),
    handlers: named("handlers", handlersRole(deployment)),
  };
  return { ...roles, find: (arn) => Object.values(roles).find((role) => role.arn === arn) };
}

/** The principal one session of a role is, as its ARN names it. */
export const roleSession = (
  role: NamedRole,
  account: string,
  sessionName: string,
  tags: Readonly<Record<string, string>> = {},
): Principal => ({
  arn: `arn:aws:sts::${account}:assumed-role/${role.name}/${sessionName}`,
  permissions: role.permissions,
  tags,
});
