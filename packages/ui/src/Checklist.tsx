import { useUiWords } from "./words/ui-words.ts";

export interface ChecklistProps {
  /** Accessible name. */
  label: string;
  id?: string;
  items: readonly { label: string; met: boolean }[];
}

/** Conditions; one that is met is marked by a shape and, for assistive technology, by a word. Not by colour alone. */
export function Checklist({ label, id, items }: ChecklistProps) {
  const { met, notMet } = useUiWords().checklist;
  return (
    <ul className="checklist" id={id} aria-label={label}>
      {items.map((item) => (
        <li key={item.label} data-met={item.met ? "" : undefined}>
          {item.label}
          <span className="visually-hidden">{item.met ? met : notMet}</span>
        </li>
      ))}
    </ul>
  );
}
