import { Button, CopyReport, Page, Title } from "@lectern/ui";
import { report } from "./journal.ts";

/** What is shown instead of a screen that could not be drawn. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <Page state="failed" code="broken" documentTitle="Something broke · Lectern">
      <div className="stack">
        <Title>Something broke on this page</Title>
        <p className="lead" role="alert">
          Load the page again: the talk goes on meanwhile, and so will you.
        </p>
      </div>
      <div className="row">
        <Button tone="primary" large onClick={() => location.reload()}>
          Load again
        </Button>
      </div>
      <CopyReport write={() => report(error)} />
    </Page>
  );
}
