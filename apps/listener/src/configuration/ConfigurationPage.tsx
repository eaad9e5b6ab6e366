import type { ConfigurationProblem } from "@lectern/auth/configuration";
import { explanations } from "@lectern/auth/explanations";
import { MisconfiguredPage } from "@lectern/ui";
import { useWords } from "../words/index.ts";

/** What was wrong with the values this page was built with. */
export function ConfigurationPage({ problems }: { problems: readonly ConfigurationProblem[] }) {
  const explained = problems.map((problem) => ({ ...problem, ...explanations[problem.variable] }));
  return (
    <MisconfiguredPage lang="en" problems={explained}>
      {useWords().onlyListening}
    </MisconfiguredPage>
  );
}
