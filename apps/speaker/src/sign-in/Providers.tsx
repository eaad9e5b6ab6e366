import type { ProviderRequest } from "@lectern/auth/speaker";
import { Button } from "@lectern/ui";
import { useContext } from "react";
import { DeploymentContext } from "../deployment/deployment-context.ts";
import { useWords } from "../words/index.ts";
import type { SignIn } from "./use-sign-in.ts";

export interface ProvidersProps {
  signIn: Pick<SignIn, "busy" | "run" | "persistence">;
  signInWithProvider: (request: ProviderRequest) => Promise<void>;
}

/** Cognito's names, where people know another. */
const known: Record<string, string> = { SignInWithApple: "Apple", LoginWithAmazon: "Amazon" };

/** The other ways in, if whoever runs this Lectern has set any up. */
export function Providers({ signIn: { busy, run, persistence }, signInWithProvider }: ProvidersProps) {
  const config = useContext(DeploymentContext);
  const words = useWords().signIn;
  const managedLoginUrl = config?.managedLoginUrl;
  if (managedLoginUrl === undefined || config?.providers.length === 0) return null;
  return (
    <div className="ruled stack sign-in">
      {config?.providers.map((provider) => (
        <Button
          key={provider}
          wide
          aria-disabled={busy || undefined}
          onClick={() => run(() => signInWithProvider({ provider, managedLoginUrl, persistence }).then(() => null))}
        >
          {words.continueWith(known[provider] ?? provider)}
        </Button>
      ))}
    </div>
  );
}
