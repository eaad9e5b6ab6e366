import { Checklist, PasswordField } from "@lectern/ui";
import { useContext } from "react";
import { useWords } from "../words/index.ts";
import { DeploymentContext } from "./deployment-context.ts";
import { conditionsOf } from "./password-policy.ts";

export interface NewPasswordFieldProps {
  /** Default "New password". */
  label?: string;
  value: string;
  autoFocus?: boolean;
  onChange: (password: string) => void;
}

/** A new password, with the pool's conditions and which of them it meets. */
export function NewPasswordField({ label, value, autoFocus = false, onChange }: NewPasswordFieldProps) {
  const { newPassword, conditions } = useWords().deployment;
  const policy = useContext(DeploymentContext)?.passwordPolicy;
  return (
    <PasswordField
      label={label ?? newPassword}
      name="new-password"
      required
      autoComplete="new-password"
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <Checklist label={conditions.label} items={conditionsOf(value, conditions, policy)} />
    </PasswordField>
  );
}
