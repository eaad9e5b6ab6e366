import { Button, Page, Status } from "@lectern/ui";
import { type FailureCode, failureWords } from "./failure-words.ts";

export interface FailedPageProps {
  code: FailureCode;
  onRetry: () => void;
}

/** Something needs a person: what happened, what to do, and the button to go on without a reload. */
export function FailedPage({ code, onRetry }: FailedPageProps) {
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
      <div className="row">
        <Button tone="primary" large onClick={onRetry}>
          Try again
        </Button>
        <span className="soft">
          For the one who helps: <code>{code}</code>
        </span>
      </div>
    </Page>
  );
}
