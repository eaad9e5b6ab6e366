import type { SpeakerAuth } from "@lectern/auth/speaker";
import { Page } from "@lectern/ui";
import { useContext, useEffect, useSyncExternalStore } from "react";
import { AccountCorner } from "./account/AccountCorner.tsx";
import { AccountPage } from "./account/AccountPage.tsx";
import { useAddressMark } from "./account/use-address-mark.ts";
import { isOnAir } from "./current-talk/on-air.ts";
import type { Deployment } from "./deployment/deployment.ts";
import { DeploymentContext } from "./deployment/deployment-context.ts";
import type { ProblemCode } from "./problems/codes.ts";
import { Studio, type StudioProps } from "./Studio.tsx";
import { SignInAgain } from "./sign-in/SignInAgain.tsx";
import { SignInPage } from "./sign-in/SignInPage.tsx";
import { type TalksApi, TalksPage } from "./talks/TalksPage.tsx";
import { useWords } from "./words/index.ts";

export interface AppProps extends Pick<StudioProps, "currentTalk" | "microphone" | "listenerUrl" | "recording"> {
  auth: SpeakerAuth;
  deployment: Deployment;
  talks: TalksApi;
  /** Epoch ms of the server. */
  serverNow: () => number;
  /** Why who came back from another provider is not signed in. */
  arrivalProblem: () => ProblemCode | null;
  onDeleteAccount: () => Promise<void>;
}

export function App({ deployment, ...rest }: AppProps) {
  const config = useSyncExternalStore(deployment.subscribe, deployment.getState);
  return (
    <DeploymentContext value={config}>
      <Screens {...rest} />
    </DeploymentContext>
  );
}

function Screens({ auth, talks, serverNow, arrivalProblem, onDeleteAccount, ...studio }: Omit<AppProps, "deployment">) {
  const { oneMoment } = useWords();
  const state = useSyncExternalStore(auth.subscribe, auth.getState);
  const account = useAddressMark("account");
  const list = useAddressMark("talks");
  const managedLoginUrl = useContext(DeploymentContext)?.managedLoginUrl;
  const signOut = () => void auth.signOut(managedLoginUrl);
  const isSignedOut = state.status === "signed-out";
  const { leave } = account;
  const { leave: leaveList } = list;
  useEffect(() => {
    // So that the next sign-in begins at the first screen.
    if (!isSignedOut) return;
    leave();
    leaveList();
  }, [isSignedOut, leave, leaveList]);
  switch (state.status) {
    case "restoring":
      return (
        <Page state="signed-out" documentTitle="Lectern" busy>
          <p className="lead">{oneMoment}</p>
        </Page>
      );
    case "signed-out":
      // On air the studio stays open: see follow-sign-in.ts.
      if (studio.currentTalk.getState().status === "open") {
        const signInAgain = (isEnding: boolean) => <SignInAgain auth={auth} isEnding={isEnding} />;
        return <Studio {...studio} account={null} signInAgain={signInAgain} onSignOut={signOut} />;
      }
      return (
        <SignInPage auth={auth} problem={state.reason === "session-expired" ? "session-expired" : arrivalProblem()} />
      );
    case "signed-in":
      if (account.isOn) return <AccountPage auth={auth} onDelete={onDeleteAccount} onClose={account.leave} />;
      // Taking up another talk would end the one on air.
      if (list.isOn && !isOnAir(studio.currentTalk)) {
        return (
          <TalksPage
            api={talks}
            now={serverNow()}
            onUse={(talk) => {
              void studio.currentTalk.open(talk);
              list.leave();
            }}
            onChanged={() => void studio.currentTalk.open()}
            onClose={list.leave}
          />
        );
      }
      return (
        <Studio
          {...studio}
          account={
            <AccountCorner
              email={state.email}
              onTalks={() => void studio.currentTalk.saveTitle().then(list.enter)}
              onOpen={account.enter}
              onSignOut={signOut}
            />
          }
          signInAgain={null}
          onSignOut={signOut}
        />
      );
  }
}
