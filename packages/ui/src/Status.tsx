import type { ReactNode } from "react";

export interface StatusProps {
  /** Accessible name. */
  label: string;
  /** Default "status": large, in words. "plain" leaves the looks to what is inside. */
  look?: "status" | "plain";
  children: ReactNode;
}

/** Announces a change politely: a native output, role "status". */
export function Status({ label, look = "status", children }: StatusProps) {
  return (
    <output aria-label={label} className={look === "status" ? "status" : undefined}>
      {children}
    </output>
  );
}

/** A dot before the words: filled only when on air, so that colour is never the only sign. */
export function StatusMark({ tone }: { tone: "rest" | "on-air" }) {
  return <span className="status-mark" data-tone={tone} aria-hidden="true" />;
}
