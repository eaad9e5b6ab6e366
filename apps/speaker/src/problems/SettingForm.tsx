import { Button } from "@lectern/ui";
import type { FormEvent, ReactNode } from "react";
import { useWords } from "../words/index.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";
import type { Task } from "./use-task.ts";

export interface SettingFormProps {
  task: Task;
  action: string;
  onSubmit: () => void;
  children: ReactNode;
  /** Beside the button. */
  others?: ReactNode;
}

/** A few fields, which the browser itself checks; what became of them; a button that says what it does. */
export function SettingForm({ task, action, onSubmit, children, others }: SettingFormProps) {
  const { oneMoment } = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="stack" onSubmit={submit}>
      {children}
      {task.problem ? <ProblemNotice code={task.problem} /> : null}
      <div className="row">
        <Button type="submit" aria-disabled={task.busy || undefined}>
          {task.busy ? oneMoment : action}
        </Button>
        {others}
        <p className="note" aria-live="polite">
          {task.note}
        </p>
      </div>
    </form>
  );
}
