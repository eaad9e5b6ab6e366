import { Button } from "./Button.tsx";
import { CopyReport } from "./CopyReport.tsx";
import { Page } from "./Page.tsx";
import { Title } from "./Title.tsx";
import { useUiWords } from "./words/ui-words.ts";

export interface BrokenPageProps {
  /** What loading again does. */
  advice: string;
  report: () => string;
}

/** What is shown instead of a screen that could not be drawn. */
export function BrokenPage({ advice, report }: BrokenPageProps) {
  const { documentTitle, title, again } = useUiWords().broken;
  return (
    <Page state="failed" code="broken" documentTitle={documentTitle}>
      <div className="stack">
        <Title>{title}</Title>
        <p className="lead" role="alert">
          {advice}
        </p>
      </div>
      <div className="row">
        <Button tone="primary" large onClick={() => location.reload()}>
          {again}
        </Button>
      </div>
      <CopyReport write={report} />
    </Page>
  );
}
