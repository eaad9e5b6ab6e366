import type { SpeakerAuth } from "@lectern/auth/speaker";
import { useContext } from "react";
import { DeploymentContext } from "../deployment/deployment-context.ts";
import { LoadedPage } from "../problems/LoadedPage.tsx";
import { useLoaded } from "../problems/use-loaded.ts";
import { useWords } from "../words/index.ts";
import { AccountSkeleton } from "./AccountSkeleton.tsx";
import { DeleteSection } from "./DeleteSection.tsx";
import { EmailSection } from "./EmailSection.tsx";
import { NameSection } from "./NameSection.tsx";
import { PasswordSection } from "./PasswordSection.tsx";
import { PhoneSection } from "./PhoneSection.tsx";
import { SecondFactorSection } from "./SecondFactorSection.tsx";
import { SessionsSection } from "./SessionsSection.tsx";

export interface AccountPageProps {
  auth: SpeakerAuth;
  /** Deletes everything the account made, then the account itself. */
  onDelete: () => Promise<void>;
  onClose: () => void;
}

/** The speaker's account, and what can be changed about it. */
export function AccountPage({ auth, onDelete, onClose }: AccountPageProps) {
  const { account } = auth;
  const { title } = useWords().account;
  const sendsTexts = useContext(DeploymentContext)?.sms === true;
  const loaded = useLoaded(account.read);
  const { reload } = loaded;
  return (
    <LoadedPage state="account" title={title} loaded={loaded} onClose={onClose} skeleton={<AccountSkeleton />}>
      {(details) => (
        <div className="settings">
          <NameSection account={account} name={details.name} reload={reload} />
          <EmailSection account={account} details={details} reload={reload} />
          {sendsTexts && details.provider === null ? (
            <PhoneSection account={account} details={details} reload={reload} />
          ) : null}
          {details.provider === null ? <PasswordSection account={account} email={details.email} /> : null}
          {details.provider === null ? (
            <SecondFactorSection account={account} details={details} reload={reload} />
          ) : null}
          <SessionsSection auth={auth} provider={details.provider} />
          <DeleteSection onDelete={onDelete} />
        </div>
      )}
    </LoadedPage>
  );
}
