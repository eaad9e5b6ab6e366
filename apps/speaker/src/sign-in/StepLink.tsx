import { Button } from "@lectern/ui";
import type { SignIn } from "./use-sign-in.ts";

export interface StepLinkProps {
  signIn: Pick<SignIn, "go">;
  to: Parameters<SignIn["go"]>[0];
  children: string;
}

/** Leads to another step of signing in. */
export const StepLink = ({ signIn: { go }, to, children }: StepLinkProps) => (
  <Button tone="plain" onClick={() => go(to)}>
    {children}
  </Button>
);
