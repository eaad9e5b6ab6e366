/** The screens of the speaker's page, for whoever shows them outside of it. */
export { App, type AppProps } from "./App.tsx";
export { AccountPage } from "./account/AccountPage.tsx";
export { ConfigurationPage } from "./configuration/ConfigurationPage.tsx";
export { DeploymentContext } from "./deployment/deployment-context.ts";
export { SoundTestRow, type SoundTestRowProps } from "./microphone/SoundTestControl.tsx";
export type { ProblemCode } from "./problems/codes.ts";
export { NotSupportedPage } from "./problems/NotSupportedPage.tsx";
export { ProblemNotice } from "./problems/ProblemNotice.tsx";
export { KeptRecordings } from "./recording/KeptRecordings.tsx";
export { RecordingChoice } from "./recording/RecordingChoice.tsx";
export { RecordingNote } from "./recording/RecordingNote.tsx";
export { BrokenScreen } from "./report/BrokenScreen.tsx";
export { SignInScreen } from "./sign-in/SignInPage.tsx";
export type { SignIn } from "./sign-in/use-sign-in.ts";
export { type TalksApi, TalksPage } from "./talks/TalksPage.tsx";
export { loadWords, useWords, type Words, WordsContext } from "./words/index.ts";
