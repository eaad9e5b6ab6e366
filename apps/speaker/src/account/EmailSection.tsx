import type { Account, AccountDetails } from "@lectern/auth/speaker";
import { AddressField } from "@lectern/ui";
import { useState } from "react";
import { useWords } from "../words/index.ts";
import { ChangeByCode } from "./ChangeByCode.tsx";

export interface EmailSectionProps {
  account: Pick<Account, "changeEmail" | "confirmEmail" | "resendEmailCode">;
  details: AccountDetails;
  reload: () => Promise<void>;
}

/** The address one signs in with. The old one stays until the new one has proved to be the speaker's. */
export function EmailSection({ account, details: { email, provider }, reload }: EmailSectionProps) {
  const words = useWords().account.email;
  const [changed, setChanged] = useState(false);
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{email}</p>
      <p className="note" aria-live="polite">
        {changed ? words.changed : null}
      </p>
      {provider !== null ? (
        <p className="soft">{words.keptBy(provider)}</p>
      ) : (
        <ChangeByCode
          words={words}
          summary={words.change}
          field={(typed, onTyped) => (
            <AddressField
              label={words.label}
              name="new-email"
              pattern=".+[@＠].+"
              required
              autoComplete="email"
              value={typed}
              onChange={(event) => onTyped(event.currentTarget.value)}
            />
          )}
          sentTo={(next) => words.sentTo(next, email)}
          send={account.changeEmail}
          resend={account.resendEmailCode}
          confirm={(code) => account.confirmEmail(code).then(reload)}
          onChanged={setChanged}
        />
      )}
    </section>
  );
}
