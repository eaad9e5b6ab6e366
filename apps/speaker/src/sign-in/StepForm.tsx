import { Button, Notice } from "@lectern/ui";
import { type FormEvent, type ReactNode, useState } from "react";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import type { Task } from "../problems/use-task.ts";

export interface StepFormProps {
  task: Pick<Task, "busy" | "problem" | "note">;
  /** What the button does, and what it says meanwhile. */
  action: string;
  doing: string;
  /** What is missing, or null: it can be sent. */
  missing: { title: string; advice: string } | null;
  onSubmit: () => void;
  children: ReactNode;
  /** Other ways, below the button. */
  others?: ReactNode;
}

/** One step: its fields, what went wrong, one button, other ways. */
export function StepForm({ task, action, doing, missing, onSubmit, children, others }: StepFormProps) {
  const [incomplete, setIncomplete] = useState(false);
  const { busy, problem, note } = task;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setIncomplete(missing !== null);
    if (missing === null) onSubmit();
  };
  return (
    <form className="stack sign-in" onSubmit={submit} noValidate>
      {children}
      {incomplete && missing !== null ? <Notice {...missing} /> : problem ? <ProblemNotice code={problem} /> : null}
      <p className="note" aria-live="polite">
        {note}
      </p>
      <Button type="submit" tone="primary" large wide aria-disabled={busy}>
        {busy ? doing : action}
      </Button>
      {others ? <div className="others">{others}</div> : null}
    </form>
  );
}
