import { CopyReport, Page, Title } from "@lectern/ui";
import { report } from "../report/journal.ts";
import { useWords } from "../words/index.ts";

/** Instead of the sign-in, in a browser that could not go on air afterwards. */
export function NotSupportedPage({ missing }: { missing: string }) {
  const { title, advice } = useWords().problems["not-supported"];
  return (
    <Page state="failed" code="not-supported" documentTitle={`${title} · Lectern`}>
      <div className="stack">
        <Title>{title}</Title>
        <p className="lead" role="alert">
          {advice}
        </p>
      </div>
      <CopyReport write={() => report(new Error(`no ${missing}`))} />
    </Page>
  );
}
