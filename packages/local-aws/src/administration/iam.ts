import { createQueryService, type QueryOperation } from "../http/query-service.ts";
import { AwsError, type Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { NamedRole, RoleStore } from "../iam/roles.ts";
import { ACCOUNT } from "../identifiers.ts";
import { readSessionPolicy } from "../sts/session-policy.ts";

/** IAM, as far as a role's inline policies go. */
export function createIam({ authenticator, roles }: { authenticator: Authenticator; roles: RoleStore }): Service {
  const ofRole =
    (operation: (role: NamedRole, form: URLSearchParams) => void): QueryOperation =>
    (form, authorize) => {
      const name = form.get("RoleName") ?? "";
      const arn = `arn:aws:iam::${ACCOUNT}:role/${name}`;
      authorize(arn);
      const role = roles.find(arn);
      if (role === undefined) throw new AwsError("NoSuchEntity", `The role with name ${name} cannot be found.`, 404);
      operation(role, form);
      return "";
    };
  return createQueryService("iam", "https://iam.amazonaws.com/doc/2010-05-08/", authenticator, {
    PutRolePolicy: ofRole(({ inlinePolicies }, form) => {
      inlinePolicies.set(form.get("PolicyName") ?? "", readSessionPolicy(form.get("PolicyDocument") ?? ""));
    }),
    DeleteRolePolicy: ofRole(({ inlinePolicies }, form) => {
      if (inlinePolicies.delete(form.get("PolicyName") ?? "")) return;
      throw new AwsError("NoSuchEntity", `The role policy with name ${form.get("PolicyName")} cannot be found.`, 404);
    }),
  });
}
