import * as v from "valibot";
import { parseInput } from "../cognito-idp/input.ts";
import { createJsonService } from "../http/json-service.ts";
import { AwsError, type Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { Account } from "./account.ts";
import { signedOperation } from "./signed-operation.ts";

const schema = v.object({ QuotaCode: v.string() });

/** Service Quotas: GetServiceQuota alone, which tells the quota that is applied to the account. */
export const createServiceQuotas = ({ quotas }: Account, authenticator: Authenticator): Service =>
  createJsonService("servicequotas", "ServiceQuotasV20190624", {
    GetServiceQuota: signedOperation(authenticator, "servicequotas", "GetServiceQuota", (input) => {
      const { QuotaCode } = parseInput(schema, input);
      const Value = quotas.get(QuotaCode);
      if (Value === undefined) throw new AwsError("NoSuchResourceException", "There is no such quota.");
      return { Quota: { QuotaCode, Value } };
    }),
  });
