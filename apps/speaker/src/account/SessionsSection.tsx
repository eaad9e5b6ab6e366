import type { SpeakerAuth } from "@lectern/auth/speaker";
import { Button } from "@lectern/ui";
import { useContext } from "react";
import { DeploymentContext } from "../deployment/context.ts";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { useTask } from "../problems/use-task.ts";

export interface SessionsSectionProps {
  auth: Pick<SpeakerAuth, "signOut" | "signOutEverywhere">;
  /** Where else the speaker is signed in, which Lectern cannot end. */
  provider: string | null;
}

/** Signing out, and what it truly stops when. */
export function SessionsSection({ auth, provider }: SessionsSectionProps) {
  const managedLoginUrl = useContext(DeploymentContext)?.managedLoginUrl;
  const task = useTask();
  const leave = (how: () => Promise<void>) => task.run(() => how().then(() => null));
  return (
    <section>
      <h2>Where you are signed in</h2>
      <p>
        Signing out everywhere ends every sign-in at once: no device can renew its own any more. What a device holds
        already runs out within the hour; until then, one that is on air can stay on air.
      </p>
      {provider ? <p>You stay signed in at {provider}. On a device that others use, sign out there as well.</p> : null}
      {task.problem ? <ProblemNotice code={task.problem} /> : null}
      <div className="row">
        <Button onClick={() => leave(() => auth.signOut(managedLoginUrl))}>Sign out here</Button>
        <Button
          aria-disabled={task.busy || undefined}
          onClick={() => leave(() => auth.signOutEverywhere(managedLoginUrl))}
        >
          Sign out everywhere
        </Button>
      </div>
    </section>
  );
}
