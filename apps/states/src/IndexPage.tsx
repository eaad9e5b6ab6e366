import { type Address, addressOf, themes } from "./address.ts";
import { groups } from "./groups.ts";
import { languages } from "./languages.ts";

/** Every state there is, each with its address. */
export function IndexPage({ theme, language }: Pick<Address, "theme" | "language">) {
  return (
    <main className="index">
      <h1 className="page-title">States of Lectern</h1>
      <nav aria-label="Theme" className="row">
        {themes.map((each) => (
          <a
            key={each}
            href={addressOf({ state: null, theme: each, language })}
            aria-current={each === theme ? "true" : undefined}
          >
            {each}
          </a>
        ))}
      </nav>
      <nav aria-label="Language" className="row">
        {languages.map((each) => (
          <a
            key={each}
            href={addressOf({ state: null, theme, language: each })}
            aria-current={each === language ? "true" : undefined}
          >
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
                <a href={addressOf({ state: id, theme, language })}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
