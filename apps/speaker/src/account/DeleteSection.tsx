import { Button, ConfirmDialog } from "@lectern/ui";
import { useState } from "react";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";

/** The end of an account, and of what it made. */
export function DeleteSection({ onDelete }: { onDelete: () => Promise<void> }) {
  const words = useWords().account.deletion;
  const [asking, setAsking] = useState(false);
  const task = useTask();
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      {task.problem ? <ProblemNotice code={task.problem} /> : null}
      <div>
        <Button aria-disabled={task.busy || undefined} onClick={() => setAsking(true)}>
          {task.busy ? words.doing : words.action}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={words.ask.title}
        text={words.ask.text}
        confirmLabel={words.ask.yes}
        cancelLabel={words.ask.no}
        onConfirm={() => {
          setAsking(false);
          task.run(() => onDelete().then(() => null));
        }}
        onCancel={() => setAsking(false)}
      />
    </section>
  );
}
