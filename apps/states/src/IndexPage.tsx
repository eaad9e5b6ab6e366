import { type Address, addressOf, themes } from "./address.ts";
import { groups } from "./groups.ts";
import { voices } from "./voices.ts";

/** Every state there is, each with its address. */
export function IndexPage({ theme, voice }: Pick<Address, "theme" | "voice">) {
  return (
    <main className="index">
      <h1 className="page-title">States of Lectern</h1>
      <nav aria-label="Theme" className="row">
        {themes.map((each) => (
          <a
            key={each}
            href={addressOf({ state: null, theme: each, voice })}
            aria-current={each === theme ? "true" : undefined}
          >
            {each}
          </a>
        ))}
      </nav>
      <nav aria-label="Language" className="row">
        {voices.map((each) => (
          <a
            key={each}
            href={addressOf({ state: null, theme, voice: each })}
            aria-current={each === voice ? "true" : undefined}
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
                <a href={addressOf({ state: id, theme, voice })}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
