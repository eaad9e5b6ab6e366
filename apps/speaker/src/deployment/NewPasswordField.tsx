import { Checklist, PasswordField } from "@lectern/ui";
import { useContext } from "react";
import { DeploymentContext } from "./context.ts";
import { conditionsOf } from "./password-policy.ts";

export interface NewPasswordFieldProps {
  label?: string;
  value: string;
  autoFocus?: boolean;
  onChange: (password: string) => void;
}

/** A password to be, with the pool's conditions as they are met. */
export function NewPasswordField({
  label = "New password",
  value,
  autoFocus = false,
  onChange,
}: NewPasswordFieldProps) {
  const policy = useContext(DeploymentContext)?.passwordPolicy;
  return (
    <PasswordField
      label={label}
      name="new-password"
      required
      autoComplete="new-password"
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <Checklist label="What the password needs" items={conditionsOf(value, policy)} />
    </PasswordField>
  );
}
