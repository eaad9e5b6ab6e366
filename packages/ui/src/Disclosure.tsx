import type { ReactNode } from "react";

export interface DisclosureProps {
  summary: string;
  children: ReactNode;
}

/** One step away: a native details element. */
export function Disclosure({ summary, children }: DisclosureProps) {
  return (
    <details className="disclosure">
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}
