import type { ReactNode } from "react";

export interface DisclosureProps {
  summary: string;
  children: ReactNode;
  /** Whether it is open at first. Default false. */
  open?: boolean;
  onOpen?: () => void;
}

/** What is shown when it is opened: a native details element. */
export function Disclosure({ summary, children, open = false, onOpen }: DisclosureProps) {
  return (
    <details className="disclosure" open={open} onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}>
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}
