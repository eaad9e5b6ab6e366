import type { PolicyDocument } from "@lectern/infra/policies";
import type { AwsRequest } from "../http/service.ts";

/** Who signed a request: a role session and all that caps it. */
export interface Principal {
  /** `arn:aws:sts::account:assumed-role/Role/session`. */
  arn: string;
  permissions: PolicyDocument;
  /** Cognito's session policy for guests of the enhanced flow; permissions count only where it allows too. */
  sessionPolicy?: PolicyDocument;
  /** aws:PrincipalTag/… */
  tags: Readonly<Record<string, string>>;
}

/** Verifies SigV4 (headers, or query when presigned): signature, scope, skew, expiry, session token. */
export interface Authenticator {
  /** @throws AwsError as AWS words it (MissingAuthenticationTokenException, InvalidSignatureException, ExpiredTokenException, …). */
  authenticate(request: AwsRequest, service: string): Principal;
  /** @throws AwsError AccessDeniedException naming principal, action and resource. */
  authorize(principal: Principal, action: string, resource: string): void;
}
