import { isLocale, LOCALES, type Locale, localeNames } from "@lectern/i18n";
import { useUiWords } from "./words/ui-words.ts";

export interface LanguageSelectProps {
  locale: Locale;
  onChoose: (locale: Locale) => void;
}

/** The page's language, each named in its own words beside a sign that needs none: a native select. */
export function LanguageSelect({ locale, onChoose }: LanguageSelectProps) {
  const { language } = useUiWords();
  return (
    <footer className="page-foot">
      <label className="language">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="9" />
          <path d="M3 12h18M12 3c3 3 4 6 4 9s-1 6-4 9c-3-3-4-6-4-9s1-6 4-9z" />
        </svg>
        <span className="visually-hidden">{language}</span>
        <select value={locale} onChange={({ currentTarget: { value } }) => isLocale(value) && onChoose(value)}>
          {LOCALES.map((each) => (
            <option key={each} value={each} lang={each}>
              {localeNames[each]}
            </option>
          ))}
        </select>
      </label>
    </footer>
  );
}
