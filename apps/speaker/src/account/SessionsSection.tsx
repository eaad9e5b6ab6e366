import type { SpeakerAuth } from "@lectern/auth/speaker";
import { Button } from "@lectern/ui";
import { useContext } from "react";
import { DeploymentContext } from "../deployment/deployment-context.ts";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";

export interface SessionsSectionProps {
  auth: Pick<SpeakerAuth, "signOut" | "signOutEverywhere">;
  /** Where else the speaker is signed in, which Lectern cannot end. */
  provider: string | null;
}

/** Signing out, here or everywhere. */
export function SessionsSection({ auth, provider }: SessionsSectionProps) {
  const words = useWords().account.sessions;
  const managedLoginUrl = useContext(DeploymentContext)?.managedLoginUrl;
  const task = useTask();
  const leave = (how: () => Promise<void>) => task.run(() => how().then(() => null));
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      {provider ? <p>{words.provider(provider)}</p> : null}
      {task.problem ? <ProblemNotice code={task.problem} /> : null}
      <div className="row">
        <Button onClick={() => leave(() => auth.signOut(managedLoginUrl))}>{words.here}</Button>
        <Button
          aria-disabled={task.busy || undefined}
          onClick={() => leave(() => auth.signOutEverywhere(managedLoginUrl))}
        >
          {words.everywhere}
        </Button>
      </div>
    </section>
  );
}
