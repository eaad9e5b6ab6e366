import type { ReactNode } from "react";
import { CopyReport } from "./CopyReport.tsx";
import { Page } from "./Page.tsx";
import { Title } from "./Title.tsx";

export interface FailurePageProps {
  code: string;
  documentTitle: string;
  /** What happened. */
  title: string;
  /** What to do. */
  advice: string;
  report: () => string;
  /** The buttons that do it. */
  children?: ReactNode;
}

/** Instead of all screens: what happened, what to do, and a report for who helps. */
export function FailurePage({ code, documentTitle, title, advice, report, children }: FailurePageProps) {
  return (
    <Page state="failed" code={code} documentTitle={documentTitle}>
      <div className="stack">
        <Title>{title}</Title>
        <p className="lead" role="alert">
          {advice}
        </p>
      </div>
      {children ? <div className="row">{children}</div> : null}
      <CopyReport write={report} />
    </Page>
  );
}
