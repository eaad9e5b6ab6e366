import type { ConfigurationProblem } from "@lectern/auth/configuration";
import { explanations } from "@lectern/auth/explanations";
import { Page, ProblemList, Title } from "@lectern/ui";
import { useWords } from "../words/index.ts";

export interface ConfigurationPageProps {
  problems: readonly ConfigurationProblem[];
}

/** The app was built with values it cannot run with: which, what they look like and where to find them. */
export function ConfigurationPage({ problems }: ConfigurationPageProps) {
  const words = useWords().configuration;
  return (
    <Page state="failed" code="configuration" documentTitle={words.title}>
      <div className="stack">
        <Title>{words.title}</Title>
        <p className="lead" role="alert">
          {words.count(problems.length)}
        </p>
      </div>
      <ProblemList
        lang="en"
        problems={problems.map(({ variable, problem }) => ({
          name: variable,
          problem,
          facts: [
            { label: words.looksLike, text: explanations[variable].expected },
            { label: words.whereToFind, text: explanations[variable].howToFind },
          ],
        }))}
      />
      <p className="soft">{words.correct(<code>.env</code>, <code>.env.example</code>)}</p>
    </Page>
  );
}
