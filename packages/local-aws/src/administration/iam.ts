import { AwsError, type AwsRequest, type Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { NamedRole, RoleStore } from "../iam/roles.ts";
import { ACCOUNT } from "../identifiers.ts";
import { readSessionPolicy } from "../sts/session-policy.ts";

type Operation = (role: NamedRole, form: URLSearchParams) => void;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  PutRolePolicy({ inlinePolicies }, form) {
    inlinePolicies.set(form.get("PolicyName") ?? "", readSessionPolicy(form.get("PolicyDocument") ?? ""));
  },
  DeleteRolePolicy({ inlinePolicies }, form) {
    if (inlinePolicies.delete(form.get("PolicyName") ?? "")) return;
    throw new AwsError("NoSuchEntity", `The role policy with name ${form.get("PolicyName")} cannot be found.`, 404);
  },
};

/** Whether a request was signed for this service: the services of the query protocol share method and path. */
const signedFor = ({ headers }: AwsRequest, service: string): boolean =>
  headers.authorization?.includes(`/${service}/aws4_request`) ?? false;

/** IAM, as far as a role's inline policies go. */
export function createIam({ authenticator, roles }: { authenticator: Authenticator; roles: RoleStore }): Service {
  return {
    name: "iam",
    protocol: "query-xml",
    claims: (request) => request.method === "POST" && request.path === "/" && signedFor(request, "iam"),
    async handle(request) {
      const principal = authenticator.authenticate(request, "iam");
      const form = new URLSearchParams(request.body.toString("utf8"));
      const action = form.get("Action") ?? "";
      const operation = OPERATIONS[action];
      if (operation === undefined) throw new AwsError("InvalidAction", `Could not find operation ${action}`);
      const name = form.get("RoleName") ?? "";
      const arn = `arn:aws:iam::${ACCOUNT}:role/${name}`;
      authenticator.authorize(principal, `iam:${action}`, arn);
      const role = roles.find(arn);
      if (role === undefined) throw new AwsError("NoSuchEntity", `The role with name ${name} cannot be found.`, 404);
      operation(role, form);
      return {
        status: 200,
        headers: { "content-type": "text/xml" },
        body:
          `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ResponseMetadata>` +
          `<RequestId>${request.requestId}</RequestId></ResponseMetadata></${action}Response>`,
      };
    },
  };
}
