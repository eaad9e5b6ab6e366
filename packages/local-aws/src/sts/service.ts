import { AwsError, type Service } from "../http/service.ts";
import { type AssumeRoleSources, assumeRoleWithWebIdentity } from "./assume-role-with-web-identity.ts";

const VERSION = "2011-06-15";

/** The Security Token Service: a form in, XML out. */
export function createSts(sources: AssumeRoleSources): Service {
  return {
    name: "sts",
    protocol: "query-xml",
    claims: ({ method, path, headers }) =>
      method === "POST" &&
      path === "/" &&
      (headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false),
    async handle({ body, requestId }) {
      const form = new URLSearchParams(body.toString("utf8"));
      const action = form.get("Action");
      if (action !== "AssumeRoleWithWebIdentity" || form.get("Version") !== VERSION) {
        throw new AwsError(
          "InvalidAction",
          `Could not find operation ${action ?? ""} for version ${form.get("Version") ?? "NO_VERSION_SPECIFIED"}`,
        );
      }
      return {
        status: 200,
        headers: { "content-type": "text/xml" },
        body: await assumeRoleWithWebIdentity(sources, form, requestId),
      };
    },
  };
}
