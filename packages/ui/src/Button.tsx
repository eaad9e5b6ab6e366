import type { ComponentProps } from "react";

export interface ButtonProps extends ComponentProps<"button"> {
  /** "primary": the main action of a screen. "plain": looks like a link. Default "quiet". */
  tone?: "primary" | "quiet" | "plain";
  large?: boolean;
  wide?: boolean;
}

/** A native button. `type` is "button" unless said otherwise. */
export function Button({ tone = "quiet", large = false, wide = false, type = "button", ...rest }: ButtonProps) {
  const names = [
    "button",
    tone === "quiet" ? "" : `button-${tone}`,
    large ? "button-large" : "",
    wide ? "button-wide" : "",
  ];
  return <button {...rest} type={type} className={names.filter(Boolean).join(" ")} />;
}
