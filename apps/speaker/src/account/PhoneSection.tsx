import type { Account, AccountDetails } from "@lectern/auth/speaker";
import { ConfirmButton, TextField } from "@lectern/ui";
import { useState } from "react";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";
import { ChangeByCode } from "./ChangeByCode.tsx";

export interface PhoneSectionProps {
  account: Pick<Account, "changePhone" | "confirmPhone" | "resendPhoneCode" | "removePhone">;
  details: AccountDetails;
  reload: () => Promise<void>;
}

/** Where text messages go. A new number counts once it has proved to be the speaker's. */
export function PhoneSection({ account, details: { phone }, reload }: PhoneSectionProps) {
  const words = useWords().account.phone;
  const [changed, setChanged] = useState(false);
  const removal = useTask();
  const remove = () =>
    removal.run(async () => {
      setChanged(false);
      await account.removePhone();
      await reload();
      return null;
    });
  return (
    <section>
      <h2>{words.title}</h2>
      {phone === null ? (
        <p>{words.none}</p>
      ) : (
        <p>
          <bdi dir="ltr">{phone.number}</bdi>
        </p>
      )}
      {phone !== null && !phone.verified ? <p className="soft">{words.unverified}</p> : null}
      <p className="note" aria-live="polite">
        {changed ? words.changed : null}
      </p>
      <ChangeByCode
        words={words}
        summary={phone === null ? words.add : words.change}
        field={(typed, onTyped) => (
          <TextField
            label={words.label}
            name="new-phone"
            type="tel"
            required
            autoComplete="tel"
            hint={words.hint}
            value={typed}
            onChange={(event) => onTyped(event.currentTarget.value)}
          />
        )}
        sentTo={words.sentTo}
        send={account.changePhone}
        resend={account.resendPhoneCode}
        confirm={(code) => account.confirmPhone(code).then(reload)}
        onChanged={setChanged}
      >
        {removal.problem ? <ProblemNotice code={removal.problem} /> : null}
        {phone === null ? null : (
          <ConfirmButton words={words.ask} onConfirm={remove}>
            {words.remove}
          </ConfirmButton>
        )}
      </ChangeByCode>
    </section>
  );
}
