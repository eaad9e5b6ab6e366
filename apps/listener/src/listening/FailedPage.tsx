import { Button, CopyReport, Page, Status } from "@lectern/ui";
import type { ReactNode } from "react";
import { report } from "../report/journal.ts";
import { useWords } from "../words/index.ts";
import type { FailureCode } from "./failure.ts";

export interface FailedPageProps {
  code: FailureCode;
  /** What was thrown. */
  cause: unknown;
  onRetry: () => void;
  /** What a person should know of this browser, if anything. */
  children: ReactNode;
}

/** What went wrong, what to do, and a button to go on without a reload. */
export function FailedPage({ code, cause, onRetry, children }: FailedPageProps) {
  const { failures, talk, tryAgain } = useWords();
  const { title, advice } = failures[code];
  return (
    <Page state="failed" code={code} documentTitle={`${title} · Lectern`}>
      <div className="stack">
        <h1 className="page-title">
          <Status label={talk.statusLabel} look="plain">
            {title}
          </Status>
        </h1>
        <p className="lead" role="alert">
          {advice}
        </p>
      </div>
      {children}
      <div className="row">
        <Button tone="primary" large onClick={onRetry}>
          {tryAgain}
        </Button>
      </div>
      <CopyReport write={() => report(cause ?? code)} />
    </Page>
  );
}
