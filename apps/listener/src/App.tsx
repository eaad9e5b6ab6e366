import type { Listening } from "@lectern/live/listening";
import { HomePage } from "./home/HomePage.tsx";
import { JoinForm } from "./home/JoinForm.tsx";
import { InAppHint } from "./in-app/InAppHint.tsx";
import { ListeningScreens } from "./listening/ListeningScreens.tsx";
import { Options } from "./options/Options.tsx";
import type { Outputs } from "./options/outputs.ts";

export interface AppProps {
  /** null: no session is in the address. */
  talk: { code: string; listening: Listening; outputs: Outputs } | null;
}

export function App({ talk }: AppProps) {
  if (!talk) return <HomePage />;
  return <ListeningScreens {...talk} otherCode={<JoinForm />} hint={<InAppHint />} options={<Options {...talk} />} />;
}
