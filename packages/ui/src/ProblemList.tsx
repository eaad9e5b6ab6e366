export interface ProblemListProps {
  problems: readonly { name: string; problem: string; facts: readonly { label: string; text: string }[] }[];
  /** The language that problems and facts are written in, where it is not the page's. */
  lang: string;
}

/** Several things that are wrong, each with its name and what helps. */
export function ProblemList({ problems, lang }: ProblemListProps) {
  return (
    <ul className="problems">
      {problems.map(({ name, problem, facts }) => (
        <li key={name}>
          <h2>
            <code>{name}</code>
          </h2>
          <p lang={lang} dir="auto">
            {problem}
          </p>
          <dl className="stack-tight">
            {facts.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd lang={lang} dir="auto">
                  {text}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
