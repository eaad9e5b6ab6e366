import type { Principal } from "../iam/principal.ts";
import { ACCOUNT } from "../identifiers.ts";

/** Of the administrator's role, which nobody assumes here. */
export const OPERATOR_ROLE_ID = "AROALECTERNOPERATORXX";

/** Who runs the commands that operate an environment: an administrator of the account. */
export const operator: Principal = {
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Administrator/operator`,
  permissions: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
  tags: {},
};
