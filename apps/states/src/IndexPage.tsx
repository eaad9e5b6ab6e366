import { addressOf, type Theme, themes } from "./address.ts";
import { groups } from "./groups.ts";

/** Every state there is, each with its address. */
export function IndexPage({ theme }: { theme: Theme }) {
  return (
    <main className="index">
      <h1 className="page-title">States of Lectern</h1>
      <nav aria-label="Theme" className="row">
        {themes.map((each) => (
          <a key={each} href={addressOf(null, each)} aria-current={each === theme ? "true" : undefined}>
            {each}
          </a>
        ))}
      </nav>
      {groups.map(({ title, states }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {states.map(({ id, name }) => (
              <li key={id}>
                <a href={addressOf(id, theme)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
