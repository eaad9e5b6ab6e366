import { Button, ConfirmDialog } from "@lectern/ui";
import { useState } from "react";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { useTask } from "../problems/use-task.ts";

/** The end of an account, and of what it made. */
export function DeleteSection({ onDelete }: { onDelete: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const task = useTask();
  return (
    <section>
      <h2>Delete your account</h2>
      <p>
        Your account goes, your talks with their links, and the recordings in this browser. A talk that is on air ends.
        Nothing brings them back.
      </p>
      {task.problem ? <ProblemNotice code={task.problem} /> : null}
      <div>
        <Button aria-disabled={task.busy || undefined} onClick={() => setAsking(true)}>
          {task.busy ? "Deleting…" : "Delete account"}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title="Delete your account?"
        text="At once and for good: the account, your talks, their links and the recordings in this browser."
        confirmLabel="Delete for good"
        cancelLabel="Keep it"
        onConfirm={() => {
          setAsking(false);
          task.run(() => onDelete().then(() => null));
        }}
        onCancel={() => setAsking(false)}
      />
    </section>
  );
}
