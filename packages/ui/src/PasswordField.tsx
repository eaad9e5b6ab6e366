import { useState } from "react";
import { Button } from "./Button.tsx";
import { TextField, type TextFieldProps } from "./TextField.tsx";

export interface PasswordFieldProps extends Omit<TextFieldProps, "type" | "end" | "role" | "autoComplete"> {
  /** Tells password managers which password is meant. */
  autoComplete: "current-password" | "new-password";
}

/**
 * A password that can be shown. It says `role="textbox"`: by itself a password input has no role at all, so it could
 * not be found by role and name; that it is hidden is still said, since its type is.
 */
export function PasswordField(field: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...field}
      type={shown ? "text" : "password"}
      role="textbox"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      end={
        <Button tone="plain" onClick={() => setShown(!shown)} aria-label={shown ? "Hide password" : "Show password"}>
          {shown ? "Hide" : "Show"}
        </Button>
      }
    />
  );
}
