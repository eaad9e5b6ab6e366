import { AwsError, type Clock } from "../http/service.ts";
import type { CredentialStore } from "./credential-store.ts";
import { evaluate } from "./policy/evaluate.ts";
import type { Authenticator, Principal } from "./principal.ts";
import { readSignedParts } from "./sigv4/signed-parts.ts";
import { verifyScope, verifySignature, verifyTime } from "./sigv4/verify.ts";

export interface AuthenticatorOptions {
  clock: Clock;
  credentials: Pick<CredentialStore, "find">;
  region: string;
  /** Refuses credentials of roles withdrawn since. Default: none is. */
  isWithdrawn?: (principalArn: string) => boolean;
  /** Told of every action that was allowed. */
  onAllowed?: (principal: Principal, action: string, resource: string) => void;
}

/** Services of AWS JSON answer every refusal with 400 (terraform-provider-aws#15773), the others with 403. */
const JSON_SERVICES = ["dynamodb", "cognito-idp", "cognito-identity", "servicequotas"];
const statusOf = (service: string): number => (JSON_SERVICES.includes(service) ? 400 : 403);

function withStatus(error: unknown, status: number): unknown {
  return error instanceof AwsError && error.status === 403 ? new AwsError(error.type, error.message, status) : error;
}

const tagContext = ({ tags }: Principal): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [`aws:PrincipalTag/${name}`, [value]]));

/** Judges by role and by session policy; an explicit Deny in either wins. Undefined: allowed. */
function refusalReason(principal: Principal, action: string, resource: string): string | undefined {
  const asked = { action, resource, context: tagContext(principal), contextPrefixes: ["aws:PrincipalTag/"] };
  const byRole = evaluate(principal.permissions, asked);
  const bySession = principal.sessionPolicy === undefined ? "allow" : evaluate(principal.sessionPolicy, asked);
  if (byRole === "deny") return "with an explicit deny in an identity-based policy";
  if (bySession === "deny") return "with an explicit deny in a session policy";
  if (byRole !== "allow") return `because no identity-based policy allows the ${action} action`;
  if (bySession !== "allow") return `because no session policy allows the ${action} action`;
  return undefined;
}

export function createAuthenticator({
  clock,
  credentials,
  region,
  isWithdrawn = () => false,
  onAllowed = () => {},
}: AuthenticatorOptions): Authenticator {
  const unknownToken = () =>
    new AwsError("UnrecognizedClientException", "The security token included in the request is invalid.", 403);

  return {
    authenticate(request, service) {
      try {
        const parts = readSignedParts(request);
        const known = credentials.find(parts.accessKeyId);
        if (known === undefined || known.credentials.sessionToken !== parts.sessionToken) throw unknownToken();
        if (known.credentials.expiresAt <= clock.now()) {
          throw new AwsError("ExpiredTokenException", "The security token included in the request is expired", 403);
        }
        verifyScope(parts, region, service);
        verifyTime(parts, clock);
        verifySignature(request, parts, known.credentials.secretAccessKey);
        return known.principal;
      } catch (error) {
        throw withStatus(error, statusOf(service));
      }
    },
    authorize(principal, action, resource) {
      const reason = isWithdrawn(principal.arn)
        ? "with an explicit deny in an identity-based policy"
        : refusalReason(principal, action, resource);
      if (reason === undefined) return onAllowed(principal, action, resource);
      const message = `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
      throw new AwsError("AccessDeniedException", message, statusOf(action.slice(0, action.indexOf(":"))));
    },
  };
}
