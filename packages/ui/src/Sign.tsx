import type { ReactNode } from "react";

export interface SignProps {
  /** "on-air": filled; "silent": on air but hollow; "rest": neither. */
  tone: "on-air" | "silent" | "rest";
  children: ReactNode;
}

/** The sign over a studio's door. */
export function Sign({ tone, children }: SignProps) {
  return (
    <div className="sign" data-tone={tone}>
      {children}
    </div>
  );
}
