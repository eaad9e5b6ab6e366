import type { Account, AccountDetails } from "@lectern/auth/speaker";
import { Button, CodeField, ConfirmButton, Disclosure, TextField } from "@lectern/ui";
import { useState } from "react";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";

export interface PhoneSectionProps {
  account: Pick<Account, "changePhone" | "confirmPhone" | "resendPhoneCode" | "removePhone">;
  details: AccountDetails;
  reload: () => Promise<void>;
}

/** Where text messages go. A new number counts once it has proved to be the speaker's. */
export function PhoneSection({ account, details: { phone }, reload }: PhoneSectionProps) {
  const all = useWords();
  const words = all.account.phone;
  const codeWords = all.signIn.code;
  const [typed, setTyped] = useState("");
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  const [code, setCode] = useState("");
  const [changed, setChanged] = useState(false);
  const task = useTask();
  const removal = useTask();
  const begin = () =>
    task.run(async () => {
      setChanged(false);
      await account.changePhone(typed);
      setCode("");
      setWaitingFor(typed.trim());
      return null;
    });
  const confirm = () =>
    task.run(async () => {
      await account.confirmPhone(code);
      await reload();
      setWaitingFor(null);
      setTyped("");
      setChanged(true);
      return null;
    });
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
      {waitingFor !== null ? (
        <SettingForm
          task={task}
          action={words.confirm}
          onSubmit={confirm}
          others={
            <>
              <Button
                tone="plain"
                onClick={() => task.run(() => account.resendPhoneCode().then(() => (all) => all.signIn.code.resent))}
              >
                {codeWords.resend}
              </Button>
              <Button tone="plain" onClick={() => setWaitingFor(null)}>
                {words.another}
              </Button>
            </>
          }
        >
          <CodeField
            label={codeWords.label}
            name="code"
            required
            autoFocus
            hint={words.sentTo(waitingFor)}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </SettingForm>
      ) : (
        <>
          <Disclosure summary={phone === null ? words.add : words.change}>
            <SettingForm task={task} action={words.send} onSubmit={begin}>
              <TextField
                label={words.label}
                name="new-phone"
                type="tel"
                required
                autoComplete="tel"
                hint={words.hint}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </SettingForm>
          </Disclosure>
          {removal.problem ? <ProblemNotice code={removal.problem} /> : null}
          {phone === null ? null : (
            <ConfirmButton words={words.ask} onConfirm={remove}>
              {words.remove}
            </ConfirmButton>
          )}
        </>
      )}
    </section>
  );
}
