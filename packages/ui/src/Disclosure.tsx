import type { ReactNode } from "react";

export interface DisclosureProps {
  summary: string;
  children: ReactNode;
  onOpen?: () => void;
}

/** What is shown when it is opened: a native details element. */
export function Disclosure({ summary, children, onOpen }: DisclosureProps) {
  return (
    <details className="disclosure" onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}>
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}
