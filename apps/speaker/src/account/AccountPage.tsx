import type { SpeakerAuth } from "@lectern/auth/speaker";
import { Button, Page, Title } from "@lectern/ui";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { DeleteSection } from "./DeleteSection.tsx";
import { EmailSection } from "./EmailSection.tsx";
import { NameSection } from "./NameSection.tsx";
import { PasswordSection } from "./PasswordSection.tsx";
import { SecondFactorSection } from "./SecondFactorSection.tsx";
import { SessionsSection } from "./SessionsSection.tsx";
import { useAccount } from "./use-account.ts";

export interface AccountPageProps {
  auth: SpeakerAuth;
  /** Everything the account made, then the account itself. */
  onDelete: () => Promise<void>;
  onClose: () => void;
}

/** Who the speaker is to Cognito, and what they may change about it. */
export function AccountPage({ auth, onDelete, onClose }: AccountPageProps) {
  const { details, problem, reload } = useAccount(auth.account);
  return (
    <Page
      state="account"
      documentTitle="Your account · Lectern"
      busy={details === null && problem === null}
      corner={
        <Button tone="plain" onClick={onClose}>
          Back
        </Button>
      }
    >
      <Title>Your account</Title>
      {problem ? (
        <ProblemNotice code={problem}>
          <Button tone="primary" onClick={() => void reload()}>
            Try again
          </Button>
        </ProblemNotice>
      ) : null}
      {details ? (
        <div className="settings">
          <NameSection account={auth.account} name={details.name} reload={reload} />
          <EmailSection account={auth.account} details={details} reload={reload} />
          {details.provider === null ? <PasswordSection account={auth.account} email={details.email} /> : null}
          {details.provider === null ? (
            <SecondFactorSection account={auth.account} details={details} reload={reload} />
          ) : null}
          <SessionsSection auth={auth} provider={details.provider} />
          <DeleteSection onDelete={onDelete} />
        </div>
      ) : null}
    </Page>
  );
}
