import { FailurePage } from "@lectern/ui";
import { report } from "../report/journal.ts";
import { useWords } from "../words/index.ts";

/** Instead of the sign-in, in a browser that could not go on air afterwards. */
export function NotSupportedPage({ missing }: { missing: string }) {
  const words = useWords().problems["not-supported"];
  return (
    <FailurePage
      code="not-supported"
      documentTitle={`${words.title} · Lectern`}
      {...words}
      report={() => report(new Error(`no ${missing}`))}
    />
  );
}
