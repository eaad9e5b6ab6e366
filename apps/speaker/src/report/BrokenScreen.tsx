import { BrokenPage } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import { report } from "./journal.ts";

/** Instead of a screen that could not be drawn. */
export function BrokenScreen({ error }: { error: unknown }) {
  return <BrokenPage advice={useWords().brokenAdvice} report={() => report(error)} />;
}
