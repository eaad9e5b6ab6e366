/** The screens of the listener's page, for whoever shows them outside of it. */
export { App, type AppProps } from "./App.tsx";
export { ConfigurationPage } from "./configuration/ConfigurationPage.tsx";
export { InAppHint } from "./in-app/InAppHint.tsx";
export { FailedPage } from "./listening/FailedPage.tsx";
export { type FailureCode, failureCodes } from "./listening/failure.ts";
export { ListeningScreens } from "./listening/ListeningScreens.tsx";
export { Options } from "./options/Options.tsx";
export type { Outputs } from "./options/outputs.ts";
export { BrokenScreen } from "./report/BrokenScreen.tsx";
export { loadWords, type Words, WordsContext } from "./words/index.ts";
