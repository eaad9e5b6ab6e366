import type { ReactNode } from "react";

export interface NoticeProps {
  /** What happened. */
  title: string;
  /** What to do. */
  advice: string;
  /** The button that does it. */
  children?: ReactNode;
}

/** Something needs a person: said at once (role "alert"). */
export function Notice({ title, advice, children }: NoticeProps) {
  return (
    <div className="notice" role="alert">
      <p className="notice-title">{title}</p>
      <p>{advice}</p>
      {children}
    </div>
  );
}
