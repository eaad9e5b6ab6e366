import type { SpeakerAuth } from "@lectern/auth/speaker";
import { Page } from "@lectern/ui";
import { useSyncExternalStore } from "react";
import { Account } from "./Account.tsx";
import { Studio, type StudioProps } from "./Studio.tsx";
import { SignInAgain } from "./sign-in/SignInAgain.tsx";
import { SignInPage } from "./sign-in/SignInPage.tsx";

export interface AppProps extends Pick<StudioProps, "desk" | "microphone" | "listenerUrl" | "serverNow"> {
  auth: SpeakerAuth;
}

export function App({ auth, ...studio }: AppProps) {
  const state = useSyncExternalStore(auth.subscribe, auth.getState);
  const signOut = () => void auth.signOut();
  switch (state.status) {
    case "restoring":
      return (
        <Page state="signed-out" documentTitle="Lectern" busy>
          <p className="lead">One moment…</p>
        </Page>
      );
    case "signed-out":
      // On air, what the sign-in opened stays open: see follow-sign-in.
      if (studio.desk.getState().status === "open") {
        return <Studio {...studio} account={null} signInAgain={<SignInAgain auth={auth} />} onSignOut={signOut} />;
      }
      return <SignInPage auth={auth} expired={state.reason === "session-expired"} />;
    case "signed-in":
      return (
        <Studio
          {...studio}
          account={<Account email={state.email} onSignOut={signOut} />}
          signInAgain={null}
          onSignOut={signOut}
        />
      );
  }
}
