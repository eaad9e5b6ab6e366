import { ConfirmButton } from "@lectern/ui";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";

/** Deletes the account with everything it made. */
export function DeleteSection({ onDelete }: { onDelete: () => Promise<void> }) {
  const words = useWords().account.deletion;
  const task = useTask();
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      {task.problem ? <ProblemNotice code={task.problem} /> : null}
      <div>
        <ConfirmButton
          aria-disabled={task.busy || undefined}
          words={words.ask}
          onConfirm={() => task.run(() => onDelete().then(() => null))}
        >
          {task.busy ? words.doing : words.action}
        </ConfirmButton>
      </div>
    </section>
  );
}
