import * as v from "valibot";
import { notFound } from "../cognito-idp/exceptions.ts";
import { parseInput } from "../cognito-idp/input.ts";
import { userPoolId } from "../cognito-idp/shapes.ts";
import type { UserPool } from "../cognito-idp/user-pool.ts";
import type { JsonOperation } from "../http/json-service.ts";
import type { Authenticator } from "../iam/principal.ts";
import { ACCOUNT, REGION } from "../identifiers.ts";
import { signedOperation } from "./signed-operation.ts";

export const userPoolArn = (id: string): string => `arn:aws:cognito-idp:${REGION}:${ACCOUNT}:userpool/${id}`;

/** Makes an operation of one that is done to the pool that is played: signed, judged by the pool's ARN, its input read. */
export type UserPoolOperation = <E extends v.ObjectEntries>(
  action: string,
  members: E,
  operation: (input: v.InferOutput<v.ObjectSchema<E, undefined>>) => unknown,
) => JsonOperation;

const ofPool = v.object({ UserPoolId: userPoolId });

export const onUserPool =
  (pool: UserPool, authenticator: Authenticator): UserPoolOperation =>
  (action, members, operation) => {
    const schema = v.object(members);
    const perform = (input: unknown) => {
      // Both at once: a refusal names everything that is wrong.
      const { UserPoolId } = parseInput(v.object({ ...ofPool.entries, ...members }), input) as v.InferOutput<
        typeof ofPool
      >;
      if (UserPoolId !== pool.userPoolId) throw notFound(`User pool ${UserPoolId} does not exist.`);
      return operation(v.parse(schema, input));
    };
    const arnOf = (input: unknown) => userPoolArn(v.is(ofPool, input) ? input.UserPoolId : "*");
    return signedOperation(authenticator, "cognito-idp", action, perform, arnOf);
  };
