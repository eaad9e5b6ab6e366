import { TextField, type TextFieldProps } from "./TextField.tsx";

export interface AddressFieldProps extends Omit<TextFieldProps, "type" | "inputMode" | "autoComplete"> {
  /** "username": the address one signs in with. */
  autoComplete: "email" | "username";
}

/**
 * An e-mail address, with an e-mail keyboard. Not `type="email"`: there browsers put another domain in the place of one with
 * umlauts while it is being typed.
 */
export function AddressField(field: AddressFieldProps) {
  return <TextField {...field} inputMode="email" autoCapitalize="none" autoCorrect="off" spellCheck={false} />;
}
