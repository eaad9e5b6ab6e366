import type { Language } from "@lectern/i18n";
import { type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { LanguageProvider, type LanguageProviderProps } from "./words/LanguageProvider.tsx";
import type { UiWords } from "./words/ui-words.ts";

/**
 * Draws a page into its document once its words are there. Where they cannot be loaded, a text of the document itself is
 * shown.
 *
 * @param broken - shown instead of a screen that could not be drawn
 */
export function renderPage<Words extends { ui: UiWords }>(
  speaking: Promise<Language<Words>>,
  context: LanguageProviderProps<Words>["context"],
  screens: ReactNode,
  broken: (error: unknown) => ReactNode,
): void {
  const root = document.querySelector("#root");
  if (!root) return;
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
    .catch(() => document.querySelector("#unloaded")?.removeAttribute("hidden"));
}
