import { Button } from "./Button.tsx";
import { CopyReport } from "./CopyReport.tsx";
import { Page } from "./Page.tsx";
import { Title } from "./Title.tsx";

export interface BrokenPageProps {
  /** What loading again does. */
  advice: string;
  report: () => string;
}

/** What is shown instead of a screen that could not be drawn. */
export function BrokenPage({ advice, report }: BrokenPageProps) {
  return (
    <Page state="failed" code="broken" documentTitle="Something broke · Lectern">
      <div className="stack">
        <Title>Something broke on this page</Title>
        <p className="lead" role="alert">
          {advice}
        </p>
      </div>
      <div className="row">
        <Button tone="primary" large onClick={() => location.reload()}>
          Load again
        </Button>
      </div>
      <CopyReport write={report} />
    </Page>
  );
}
