import { TextField, type TextFieldProps } from "./TextField.tsx";

export type CodeFieldProps = Omit<TextFieldProps, "type" | "autoComplete" | "inputMode" | "asTitle" | "asCode" | "end">;

/** Six digits from somewhere else: phones offer them by themselves, and keep them from being corrected. */
export function CodeField(field: CodeFieldProps) {
  return (
    <TextField
      {...field}
      asCode
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCorrect="off"
      spellCheck={false}
      maxLength={12}
    />
  );
}
