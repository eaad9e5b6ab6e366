import { Button } from "./Button.tsx";
import { FailurePage, type FailurePageProps } from "./FailurePage.tsx";
import { useUiWords } from "./words/ui-words.ts";

/** What is shown instead of a screen that could not be drawn. `advice`: what loading again does. */
export function BrokenPage(props: Pick<FailurePageProps, "advice" | "report">) {
  const { documentTitle, title, again } = useUiWords().broken;
  return (
    <FailurePage code="broken" documentTitle={documentTitle} title={title} {...props}>
      <Button tone="primary" large onClick={() => location.reload()}>
        {again}
      </Button>
    </FailurePage>
  );
}
