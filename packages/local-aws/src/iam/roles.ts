import {
  type Deployment,
  guestRole,
  handlersRole,
  type PolicyDocument,
  type Role,
  speakerRole,
} from "@lectern/infra/policies";
import type { Settings } from "../settings.ts";
import { awsIdentifier } from "./credential-store.ts";
import type { Principal } from "./principal.ts";

export interface NamedRole extends Role {
  name: string;
  arn: string;
  /** AROA…, as in AssumedRoleId. */
  id: string;
  /** Put beside what is deployed, by name; in force at once, for credentials given before too. */
  inlinePolicies: Map<string, PolicyDocument>;
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

type RoleName = "speaker" | "guest" | "handlers";
type Changes = Pick<Settings, "withdrawnRoles" | "removedActions" | "addedActions">;

/** What the settings say of one role: "speaker sts:TagSession" → sts:TagSession. */
const actionsOf = (role: RoleName, changes: readonly string[]): string[] =>
  changes.flatMap((change) => (change.startsWith(`${role} `) ? [change.slice(role.length + 1)] : []));

function changed(document: PolicyDocument, removed: readonly string[], added: readonly string[] = []): PolicyDocument {
  if (removed.length === 0 && added.length === 0) return document;
  const kept = document.Statement.map((statement) => ({
    ...statement,
    Action: [statement.Action].flat().filter((action) => !removed.includes(action)),
  }));
  const more = added.map((Action) => ({ Effect: "Allow" as const, Action, Resource: "*" }));
  return { ...document, Statement: [...kept, ...more] };
}

/** Builds the roles of one deployment from the documents that are deployed on AWS, changed as the settings say at the time. */
export function createRoles(deployment: Deployment, settings: Changes): RoleStore {
  const named = (suffix: RoleName, role: Role): NamedRole => {
    const name = `lectern-${deployment.environmentName}-${suffix}`;
    const inlinePolicies = new Map<string, PolicyDocument>();
    return {
      ...role,
      name,
      arn: `arn:aws:iam::${deployment.account}:role/${name}`,
      id: awsIdentifier("AROA"),
      inlinePolicies,
      get trust() {
        if (settings.withdrawnRoles.some((withdrawn) => withdrawn === suffix)) return { ...role.trust, Statement: [] };
        return changed(role.trust, actionsOf(suffix, settings.removedActions));
      },
      get permissions() {
        const { removedActions, addedActions } = settings;
        const own = changed(role.permissions, actionsOf(suffix, removedActions), actionsOf(suffix, addedActions));
        if (inlinePolicies.size === 0) return own;
        return { ...own, Statement: [own, ...inlinePolicies.values()].flatMap(({ Statement }) => Statement) };
      },
    };
  };
  const roles = {
    speaker: named("speaker", speakerRole(deployment)),
    guest: named("guest", guestRole(deployment)),
    handlers: named("handlers", handlersRole(deployment)),
  };
  return {
    ...roles,
    find: (arn) => Object.values(roles).find((role) => role.arn === arn),
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
  // Read when judged: a change of the role counts at once.
  get permissions() {
    return role.permissions;
  },
  tags,
});
