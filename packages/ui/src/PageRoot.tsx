import { type ReactNode, StrictMode, Suspense } from "react";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { LanguageProvider, type LanguageProviderProps } from "./words/LanguageProvider.tsx";
import type { UiWords } from "./words/ui-words.ts";

export interface PageRootProps<Words extends { ui: UiWords }> extends LanguageProviderProps<Words> {
  /** Shown instead of a screen that could not be drawn. */
  broken: (error: unknown) => ReactNode;
}

/** What every page has around its screens. */
export const PageRoot = <Words extends { ui: UiWords }>({ broken, children, ...language }: PageRootProps<Words>) => (
  <StrictMode>
    <LanguageProvider {...language}>
      <ErrorBoundary fallback={broken}>
        <Suspense>{children}</Suspense>
      </ErrorBoundary>
    </LanguageProvider>
  </StrictMode>
);
