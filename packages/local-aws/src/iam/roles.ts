import { type Deployment, guestRole, handlersRole, type Role, speakerRole } from "@lectern/infra/policies";
import type { Settings } from "../settings.ts";
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
  /** Whether this principal's role was withdrawn since it was taken. */
  isWithdrawn(principalArn: string): boolean;
}

/** As an administrator leaves a role nobody may take any more. */
const untrusted = (role: NamedRole): NamedRole => ({ ...role, trust: { ...role.trust, Statement: [] } });

/** Builds the roles of one deployment from the documents that are deployed on AWS, less what the settings withdraw. */
export function createRoles(deployment: Deployment, settings: Pick<Settings, "withdrawnRoles">): RoleStore {
  const named = (suffix: string, role: Role): NamedRole => {
    const name = `lectern-${deployment.environmentName}-${suffix}`;
    return { ...role, name, arn: `arn:aws:iam::${deployment.account}:role/${name}`, id: awsIdentifier("AROA") };
  };
  const roles = {
    speaker: named("speaker", speakerRole(deployment)),
    guest: named("guest", guestRole(deployment)),
    handlers: named("handlers", handlersRole(deployment)),
  };
  const current = (name: "speaker" | "guest"): NamedRole =>
    settings.withdrawnRoles.includes(name) ? untrusted(roles[name]) : roles[name];
  return {
    get speaker() {
      return current("speaker");
    },
    get guest() {
      return current("guest");
    },
    handlers: roles.handlers,
    find: (arn) => [current("speaker"), current("guest"), roles.handlers].find((role) => role.arn === arn),
    isWithdrawn: (principalArn) =>
      settings.withdrawnRoles.some((name) => principalArn.includes(`:assumed-role/${roles[name].name}/`)),
  };
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
