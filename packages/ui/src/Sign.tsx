import type { ReactNode } from "react";

export interface SignProps {
  /** "on-air": filled; "silent": on air but hollow; "rest": neither. */
  tone: "on-air" | "silent" | "rest";
  children: ReactNode;
}

/** Like the sign over a studio's door: whether one is on air. */
export function Sign({ tone, children }: SignProps) {
  return (
    <div className="sign" data-tone={tone}>
      {children}
    </div>
  );
}
