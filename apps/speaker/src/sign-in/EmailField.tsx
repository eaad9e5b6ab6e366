import { AddressField } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import type { SignIn } from "./use-sign-in.ts";

export interface EmailFieldProps {
  signIn: Pick<SignIn, "email" | "setEmail">;
  autoFocus?: boolean;
}

/** The address one signs in with. */
export function EmailField({ signIn: { email, setEmail }, autoFocus = false }: EmailFieldProps) {
  return (
    <AddressField
      label={useWords().signIn.email}
      name="username"
      autoComplete="username"
      autoFocus={autoFocus}
      value={email}
      onChange={(event) => setEmail(event.currentTarget.value)}
    />
  );
}
