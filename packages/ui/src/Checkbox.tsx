import { type ComponentProps, useId } from "react";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "id" | "type" | "className" | "onChange"> {
  label: string;
  hint?: string;
  onChange: (checked: boolean) => void;
}

/** A labelled native checkbox; its words are part of the target. */
export function Checkbox({ label, hint, onChange, ...input }: CheckboxProps) {
  const id = useId();
  return (
    <label className="checkbox">
      <input
        {...input}
        type="checkbox"
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <span id={id}>{label}</span>
        {hint ? (
          <span className="soft" id={`${id}-hint`}>
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
