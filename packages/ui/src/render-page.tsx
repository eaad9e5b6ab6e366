import type { Language } from "@lectern/i18n";
import { type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { LanguageProvider, type LanguageProviderProps } from "./words/LanguageProvider.tsx";
import type { UiWords } from "./words/ui-words.ts";

/**
 * Draws a page into its document once its words are there. Until then, and where they cannot be loaded, the document
 * itself says what may help (`apps/page/body.html`).
 *
 * @param start - called at once, because what it begins needs no words
 * @param broken - shown instead of screens that could not be begun or drawn
 */
export function renderPage<Words extends { ui: UiWords }>(
  speaking: Promise<Language<Words>>,
  context: LanguageProviderProps<Words>["context"],
  start: () => ReactNode,
  broken: (error: unknown) => ReactNode,
): void {
  const root = document.querySelector("#root");
  if (!root) return;
  const screens = begin(start, broken);
  speaking
    .then((language) =>
      createRoot(root).render(
        <StrictMode>
          <LanguageProvider language={language} context={context}>
            <ErrorBoundary fallback={broken}>
              <Suspense>{screens}</Suspense>
            </ErrorBoundary>
          </LanguageProvider>
        </StrictMode>,
      ),
    )
    .catch(() => root.setAttribute("data-unloaded", ""));
}

function begin(start: () => ReactNode, broken: (error: unknown) => ReactNode): ReactNode {
  try {
    return start();
  } catch (error) {
    return broken(error);
  }
}
