export interface ProblemListProps {
  problems: readonly { name: string; problem: string; facts: readonly { label: string; text: string }[] }[];
}

/** Several things that are wrong, each with its name and what helps. */
export function ProblemList({ problems }: ProblemListProps) {
  return (
    <ul className="problems">
      {problems.map(({ name, problem, facts }) => (
        <li key={name}>
          <h2>
            <code>{name}</code>
          </h2>
          <p>{problem}</p>
          <dl className="stack-tight">
            {facts.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
