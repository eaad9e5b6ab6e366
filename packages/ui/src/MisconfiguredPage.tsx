import type { ReactNode } from "react";
import { Page } from "./Page.tsx";
import { Title } from "./Title.tsx";
import { useUiWords } from "./words/ui-words.ts";

export interface MisconfiguredPageProps {
  problems: readonly { variable: string; problem: string; expected: string; howToFind: string }[];
  /** The language that problems are written in, whatever the page's. */
  lang: string;
  /** What else is to be said. */
  children?: ReactNode;
}

/** The page was built with values it cannot run with: which, what they look like and where to find them. */
export function MisconfiguredPage({ problems, lang, children }: MisconfiguredPageProps) {
  const words = useUiWords().configuration;
  const given = { lang, dir: "auto" };
  return (
    <Page state="failed" code="configuration" documentTitle={words.title}>
      <div className="stack">
        <Title>{words.title}</Title>
        <p className="lead" role="alert">
          {words.count(problems.length)} {children}
        </p>
      </div>
      <ul className="problems">
        {problems.map(({ variable, problem, expected, howToFind }) => (
          <li key={variable}>
            <h2>
              <code>{variable}</code>
            </h2>
            <p {...given}>{problem}</p>
            <dl className="stack-tight">
              <div>
                <dt>{words.looksLike}</dt>
                <dd {...given}>{expected}</dd>
              </div>
              <div>
                <dt>{words.whereToFind}</dt>
                <dd {...given}>{howToFind}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      <p className="soft">{words.correct(<code>.env</code>, <code>.env.example</code>)}</p>
    </Page>
  );
}
