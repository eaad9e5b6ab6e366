import { TextField } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import type { SignIn } from "./use-sign-in.ts";

export interface EmailFieldProps {
  signIn: Pick<SignIn, "email" | "setEmail">;
  autoFocus?: boolean;
}

/** The address one signs in with. */
export function EmailField({ signIn: { email, setEmail }, autoFocus = false }: EmailFieldProps) {
  return (
    <TextField
      label={useWords().signIn.email}
      name="username"
      type="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      autoFocus={autoFocus}
      value={email}
      onChange={(event) => setEmail(event.currentTarget.value)}
    />
  );
}
