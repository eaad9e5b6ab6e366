import { Button, TextField, Title } from "@lectern/ui";
import { type FormEvent, useState } from "react";
import { useWords } from "../words/index.ts";

export interface TitleEditing {
  /** As typed. */
  value: string;
  problem: string | undefined;
  /** Whether what is typed can be a title. */
  fit: boolean;
  maxLength: number;
  onChange: (title: string) => void;
  /** Saves what is typed now. */
  onDone: () => void;
}

/** The talk's title while on air; listeners see a new one at once. */
export function EditableTitle({ title, editing }: { title: string; editing: TitleEditing }) {
  const { broadcast: words, currentTalk } = useWords();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div className="editable-title">
        <Title>{title}</Title>
        <Button tone="plain" onClick={() => setOpen(true)}>
          {words.rename}
        </Button>
        {editing.problem ? (
          <p className="field-problem" role="alert">
            {editing.problem}
          </p>
        ) : null}
      </div>
    );
  }
  const done = (event: FormEvent) => {
    event.preventDefault();
    if (!editing.fit) return;
    editing.onDone();
    setOpen(false);
  };
  return (
    <form className="editable-title" onSubmit={done}>
      <TextField
        label={currentTalk.title}
        asTitle
        autoFocus
        value={editing.value}
        problem={editing.problem}
        maxLength={editing.maxLength}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => editing.onChange(event.currentTarget.value)}
      />
      <Button type="submit">{words.renamed}</Button>
    </form>
  );
}
