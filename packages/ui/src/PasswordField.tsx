import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Button } from "./Button.tsx";
import { TextField, type TextFieldProps } from "./TextField.tsx";
import { useUiWords } from "./words/ui-words.ts";

export interface PasswordFieldProps
  extends Omit<TextFieldProps, "type" | "end" | "role" | "autoComplete" | "onKeyDown" | "onKeyUp"> {
  /** Tells password managers which password is meant. */
  autoComplete: "current-password" | "new-password";
  /** Below the field, such as the conditions a new password must meet. */
  children?: ReactNode;
}

/**
 * A password that can be shown, and that says when Caps Lock is on. With `role="textbox"`, because a password input has
 * no role of its own and could not be found by role and name.
 */
export function PasswordField({ children, hint, ...field }: PasswordFieldProps) {
  const words = useUiWords().password;
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <div className="stack-tight">
      <TextField
        {...field}
        hint={capsLock ? words.capsLock : hint}
        type={shown ? "text" : "password"}
        role="textbox"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onKeyDown={look}
        onKeyUp={look}
        end={
          <Button tone="plain" onClick={() => setShown(!shown)} aria-label={shown ? words.hideLabel : words.showLabel}>
            {shown ? words.hide : words.show}
          </Button>
        }
      />
      {children}
    </div>
  );
}
