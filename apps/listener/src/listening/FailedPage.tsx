import { Button, CopyReport, Page, Status } from "@lectern/ui";
import type { ReactNode } from "react";
import { report } from "../report/journal.ts";
import { type FailureCode, failureWords } from "./failure-words.ts";

export interface FailedPageProps {
  code: FailureCode;
  /** What was thrown. */
  cause: unknown;
  onRetry: () => void;
  /** What a person should know of this browser, if anything. */
  children: ReactNode;
}

/** Something needs a person: what happened, what to do, and the button to go on without a reload. */
export function FailedPage({ code, cause, onRetry, children }: FailedPageProps) {
  const { title, advice } = failureWords[code];
  return (
    <Page state="failed" code={code} documentTitle={`${title} · Lectern`}>
      <div className="stack">
        <h1 className="page-title">
          <Status label="Listening status" look="plain">
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
          Try again
        </Button>
      </div>
      <CopyReport write={() => report(cause ?? code)} />
    </Page>
  );
}
