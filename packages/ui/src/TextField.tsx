import { type ComponentProps, type ReactNode, useId } from "react";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "id" | "className"> {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value, in a sentence; marks the field as invalid. */
  problem?: string | undefined;
  /** Written large, as a title. Default false. */
  asTitle?: boolean;
  /** Written large and spaced, as digits that are copied. Default false. */
  asCode?: boolean;
  /** Shown inside the field's end, such as "Show". */
  end?: ReactNode;
}

/** A labelled native input. */
export function TextField({ label, hint, problem, asTitle = false, asCode = false, end, ...input }: TextFieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  const field = (
    <input
      {...input}
      id={id}
      dir={asTitle ? "auto" : undefined}
      className={asTitle ? "input input-title" : asCode ? "input input-code" : "input"}
      aria-invalid={problem ? true : undefined}
      aria-describedby={described || undefined}
    />
  );
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {end ? (
        <div className="with-end">
          {field}
          {end}
        </div>
      ) : (
        field
      )}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}
