import { useState } from "react";
import { Button } from "./Button.tsx";
import { Disclosure } from "./Disclosure.tsx";

export interface CopyReportProps {
  /** Written when it is asked for. */
  write: () => string;
}

/** Technical details for whoever helps: to be read first, then copied. */
export function CopyReport({ write }: CopyReportProps) {
  const [report, setReport] = useState("");
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(report).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  return (
    <Disclosure summary="For the one who helps you" onOpen={() => setReport(write())}>
      <p className="soft">What happened on this page, without names, addresses or secrets. Send it to whoever helps.</p>
      <pre className="report">{report}</pre>
      <div className="row">
        <Button onClick={() => void copy()}>{outcome === "copied" ? "Copied" : "Copy report"}</Button>
        <p className="soft" aria-live="polite">
          {outcome === "refused" ? "Your browser did not allow copying: select the text and copy it by hand." : ""}
        </p>
      </div>
    </Disclosure>
  );
}
