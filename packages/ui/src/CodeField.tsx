import { TextField, type TextFieldProps } from "./TextField.tsx";

export type CodeFieldProps = Omit<TextFieldProps, "type" | "autoComplete" | "inputMode" | "asTitle" | "asCode" | "end">;

/** A whole message with the code in it. */
const MAX_PASTED = 500;

/** A code of six digits that was sent. Phones can fill it in, and do not correct it. */
export function CodeField(field: CodeFieldProps) {
  return (
    <TextField
      {...field}
      asCode
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCorrect="off"
      spellCheck={false}
      maxLength={MAX_PASTED}
    />
  );
}
