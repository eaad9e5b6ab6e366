import type { Account, AccountDetails } from "@lectern/auth/speaker";
import { AddressField, Button, CodeField, Disclosure } from "@lectern/ui";
import { useState } from "react";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";

export interface EmailSectionProps {
  account: Pick<Account, "changeEmail" | "confirmEmail" | "resendEmailCode">;
  details: AccountDetails;
  reload: () => Promise<void>;
}

/** The address one signs in with. The old one stays until the new one has proved to be the speaker's. */
export function EmailSection({ account, details: { email, provider }, reload }: EmailSectionProps) {
  const all = useWords();
  const words = all.account.email;
  const codeWords = all.signIn.code;
  const [typed, setTyped] = useState("");
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  const [code, setCode] = useState("");
  const [changed, setChanged] = useState(false);
  const task = useTask();
  const begin = () =>
    task.run(async () => {
      setChanged(false);
      await account.changeEmail(typed);
      setCode("");
      setWaitingFor(typed.trim());
      return null;
    });
  const confirm = () =>
    task.run(async () => {
      await account.confirmEmail(code);
      await reload();
      setWaitingFor(null);
      setTyped("");
      setChanged(true);
      return null;
    });
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{email}</p>
      <p className="note" aria-live="polite">
        {changed ? words.changed : null}
      </p>
      {provider !== null ? (
        <p className="soft">{words.keptBy(provider)}</p>
      ) : waitingFor !== null ? (
        <SettingForm
          task={task}
          action={words.confirm}
          onSubmit={confirm}
          others={
            <>
              <Button
                tone="plain"
                onClick={() => task.run(() => account.resendEmailCode().then(() => (all) => all.signIn.code.resent))}
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
            hint={words.sentTo(waitingFor, email)}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </SettingForm>
      ) : (
        <Disclosure summary={words.change}>
          <SettingForm task={task} action={words.send} onSubmit={begin}>
            <AddressField
              label={words.label}
              name="new-email"
              pattern=".+[@＠].+"
              required
              autoComplete="email"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </SettingForm>
        </Disclosure>
      )}
    </section>
  );
}
