import type { ConfigurationProblem } from "@lectern/auth/configuration";
import { explanations } from "@lectern/auth/explanations";
import { Page, ProblemList, Title } from "@lectern/ui";

export interface ConfigurationPageProps {
  problems: readonly ConfigurationProblem[];
}

/** The app was built with values it cannot run with: which, what they look like and where to find them. */
export function ConfigurationPage({ problems }: ConfigurationPageProps) {
  return (
    <Page state="failed" code="configuration" documentTitle="Lectern is not set up yet">
      <div className="stack">
        <Title>Lectern is not set up yet</Title>
        <p className="lead" role="alert">
          {problems.length === 1
            ? "One value this page was built with is missing or wrong."
            : `${problems.length} values this page was built with are missing or wrong.`}
        </p>
      </div>
      <ProblemList
        problems={problems.map(({ variable, problem }) => ({
          name: variable,
          problem,
          facts: [
            { label: "It looks like", text: explanations[variable].expected },
            { label: "Where to find it", text: explanations[variable].howToFind },
          ],
        }))}
      />
      <p className="soft">
        Correct <code>.env</code> (its example, <code>.env.example</code>, explains each line), then build again.
      </p>
    </Page>
  );
}
