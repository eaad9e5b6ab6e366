import type { Listening } from "@lectern/live/listening";
import { HomePage } from "./home/HomePage.tsx";
import { JoinForm } from "./home/JoinForm.tsx";
import { ListeningScreens } from "./listening/ListeningScreens.tsx";

export interface AppProps {
  /** null: no session is in the address. */
  talk: { code: string; listening: Listening } | null;
}

export function App({ talk }: AppProps) {
  if (!talk) return <HomePage />;
  return <ListeningScreens {...talk} otherCode={<JoinForm />} />;
}
