import type { SpeakerAuth } from "@lectern/auth/speaker";
import { Button } from "@lectern/ui";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { useTask } from "../problems/use-task.ts";

/** Signing out, and what it truly stops when. */
export function SessionsSection({ auth }: { auth: Pick<SpeakerAuth, "signOut" | "signOutEverywhere"> }) {
  const task = useTask();
  const leave = (how: () => Promise<void>) => task.run(() => how().then(() => null));
  return (
    <section>
      <h2>Where you are signed in</h2>
      <p>
        Signing out everywhere ends every sign-in at once: no device can renew its own any more. What a device holds
        already runs out within the hour; until then, one that is on air can stay on air.
      </p>
      {task.problem ? <ProblemNotice code={task.problem} /> : null}
      <div className="row">
        <Button onClick={() => leave(auth.signOut)}>Sign out here</Button>
        <Button aria-disabled={task.busy || undefined} onClick={() => leave(auth.signOutEverywhere)}>
          Sign out everywhere
        </Button>
      </div>
    </section>
  );
}
