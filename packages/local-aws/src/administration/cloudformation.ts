import { xmlText } from "../http/errors-to-response.ts";
import { createQueryService, type QueryOperation } from "../http/query-service.ts";
import { AwsError, type Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { RoleStore } from "../iam/roles.ts";
import { ACCOUNT, REGION } from "../identifiers.ts";
import type { Account } from "./account.ts";

const outputXml = ([key, value]: [string, string]): string =>
  `<member><OutputKey>${xmlText(key)}</OutputKey><OutputValue>${xmlText(value)}</OutputValue></member>`;

interface Options {
  account: Account;
  authenticator: Authenticator;
  roles: RoleStore;
}

/**
 * CloudFormation, as far as stacks that are there are described and deleted. As on AWS, a stack stays whose role has an
 * inline policy that somebody put in by hand (convox/rack#2672).
 */
export function createCloudFormation({ account, authenticator, roles }: Options): Service {
  const { stacks, stackStatuses } = account;
  const isHeld = ({ GuestRoleArn = "" }: Record<string, string>): boolean =>
    (roles.find(GuestRoleArn)?.inlinePolicies.size ?? 0) > 0;
  const ofStack =
    (operation: (name: string, outputs: Record<string, string>) => string): QueryOperation =>
    (form, authorize) => {
      const name = form.get("StackName") ?? "";
      authorize(`arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${name}/*`);
      const outputs = stacks.get(name);
      if (outputs === undefined) throw new AwsError("ValidationError", `Stack with id ${name} does not exist`);
      return operation(xmlText(name), outputs);
    };
  return createQueryService("cloudformation", "http://cloudformation.amazonaws.com/doc/2010-05-15/", authenticator, {
    DescribeStacks: ofStack(
      (name, outputs) =>
        `<Stacks><member><StackName>${name}</StackName><StackId>${name}</StackId>` +
        `<CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>${stackStatuses.get(name) ?? "CREATE_COMPLETE"}</StackStatus>` +
        `<Outputs>${Object.entries(outputs).map(outputXml).join("")}</Outputs></member></Stacks>`,
    ),
    DeleteStack: ofStack((name, outputs) => {
      if (isHeld(outputs)) {
        stackStatuses.set(name, "DELETE_FAILED");
        return "";
      }
      stacks.delete(name);
      stackStatuses.delete(name);
      return "";
    }),
  });
}
