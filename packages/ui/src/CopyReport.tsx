import { useState } from "react";
import { Button } from "./Button.tsx";
import { copyText } from "./copy-text.ts";
import { Disclosure } from "./Disclosure.tsx";
import { useUiWords } from "./words/ui-words.ts";

export interface CopyReportProps {
  /** Written when it is asked for. */
  write: () => string;
}

/** Technical details for whoever helps: to be read first, then copied. */
export function CopyReport({ write }: CopyReportProps) {
  const words = useUiWords().report;
  const [report, setReport] = useState("");
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  const copy = () =>
    copyText(report).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  return (
    <Disclosure summary={words.summary} onOpen={() => setReport(write())}>
      <p className="soft">{words.about}</p>
      <pre className="report">{report}</pre>
      <div className="row">
        <Button onClick={() => void copy()}>{outcome === "copied" ? words.copied : words.copy}</Button>
        <p className="soft" aria-live="polite">
          {outcome === "refused" ? words.refused : ""}
        </p>
      </div>
    </Disclosure>
  );
}
