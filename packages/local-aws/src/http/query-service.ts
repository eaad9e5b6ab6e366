import type { Authenticator } from "../iam/principal.ts";
import { AwsError, type AwsRequest, type Service } from "./service.ts";

/** Of one operation: its form, and what judges whether the caller may do this to a resource. Returns the result's XML. */
export type QueryOperation = (form: URLSearchParams, authorize: (resource: string) => void) => string;

/** Whether a request was signed for this service: several services share method and path. */
export const signedFor = ({ headers }: AwsRequest, service: string): boolean =>
  headers.authorization?.includes(`/${service}/aws4_request`) ?? false;

/** The query protocol: a signed form in, XML out. */
export function createQueryService(
  name: string,
  xmlns: string,
  authenticator: Authenticator,
  operations: Readonly<Record<string, QueryOperation>>,
): Service {
  return {
    name,
    protocol: "query-xml",
    claims: (request) => request.method === "POST" && request.path === "/" && signedFor(request, name),
    async handle(request) {
      const principal = authenticator.authenticate(request, name);
      const form = new URLSearchParams(request.body.toString("utf8"));
      const action = form.get("Action") ?? "";
      const operation = Object.hasOwn(operations, action) ? operations[action] : undefined;
      if (operation === undefined) throw new AwsError("InvalidAction", `Could not find operation ${action}`);
      const result = operation(form, (resource) => authenticator.authorize(principal, `${name}:${action}`, resource));
      return {
        status: 200,
        headers: { "content-type": "text/xml" },
        body:
          `<${action}Response xmlns="${xmlns}">${result && `<${action}Result>${result}</${action}Result>`}` +
          `<ResponseMetadata><RequestId>${request.requestId}</RequestId></ResponseMetadata></${action}Response>`,
      };
    },
  };
}
