import { OPERATOR_ROLE_ID } from "../administration/operator.ts";
import { AwsError, type Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import { ACCOUNT } from "../identifiers.ts";
import { type AssumeRoleSources, assumeRoleWithWebIdentity } from "./assume-role-with-web-identity.ts";
import { stsResponse } from "./response.ts";

const VERSION = "2011-06-15";

/** The Security Token Service: a form in, XML out. */
export function createSts(sources: AssumeRoleSources, authenticator: Authenticator): Service {
  return {
    name: "sts",
    protocol: "query-xml",
    claims: ({ method, path, headers }) =>
      method === "POST" &&
      path === "/" &&
      (headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false),
    async handle(request) {
      const form = new URLSearchParams(request.body.toString("utf8"));
      const action = form.get("Action") ?? "";
      const version = form.get("Version") ?? "NO_VERSION_SPECIFIED";
      switch (`${action} ${version}`) {
        case `AssumeRoleWithWebIdentity ${VERSION}`:
          return stsResponse(action, await assumeRoleWithWebIdentity(sources, form), request.requestId);
        case `GetCallerIdentity ${VERSION}`: {
          const { arn } = authenticator.authenticate(request, "sts");
          const [, role = "", session = ""] = arn.split("/");
          const id = sources.roles.find(`arn:aws:iam::${ACCOUNT}:role/${role}`)?.id ?? OPERATOR_ROLE_ID;
          return stsResponse(action, { Account: ACCOUNT, Arn: arn, UserId: `${id}:${session}` }, request.requestId);
        }
        default:
          throw new AwsError("InvalidAction", `Could not find operation ${action} for version ${version}`);
      }
    },
  };
}
