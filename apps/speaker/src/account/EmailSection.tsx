import type { Account, AccountDetails } from "@lectern/auth/speaker";
import { Button, CodeField, Disclosure, TextField } from "@lectern/ui";
import { useState } from "react";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";

export interface EmailSectionProps {
  account: Pick<Account, "changeEmail" | "confirmEmail" | "resendEmailCode">;
  details: AccountDetails;
  reload: () => Promise<void>;
}

/** The address one signs in with. The old one stays until the new one has proved to be the speaker's. */
export function EmailSection({ account, details: { email, provider }, reload }: EmailSectionProps) {
  const [typed, setTyped] = useState("");
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  const [code, setCode] = useState("");
  const [done, setDone] = useState("");
  const task = useTask();
  const begin = () =>
    task.run(async () => {
      setDone("");
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
      setDone("Changed. Sign in with the new address from now on.");
      return null;
    });
  return (
    <section>
      <h2>E-mail</h2>
      <p>{email}</p>
      <p className="note" aria-live="polite">
        {done}
      </p>
      {provider !== null ? (
        <p className="soft">You sign in with {provider}: your address and password are kept there.</p>
      ) : waitingFor !== null ? (
        <SettingForm
          task={task}
          action="Confirm address"
          onSubmit={confirm}
          others={
            <>
              <Button
                tone="plain"
                onClick={() => task.run(() => account.resendEmailCode().then(() => "A new code is on its way."))}
              >
                Send a new code
              </Button>
              <Button tone="plain" onClick={() => setWaitingFor(null)}>
                Another address
              </Button>
            </>
          }
        >
          <CodeField
            label="Code"
            name="code"
            required
            autoFocus
            hint={`It was sent to ${waitingFor}. Until you type it here, ${email} stays your address.`}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </SettingForm>
      ) : (
        <Disclosure summary="Change e-mail">
          <SettingForm task={task} action="Send code" onSubmit={begin}>
            <TextField
              label="New e-mail"
              name="new-email"
              type="email"
              required
              autoComplete="email"
              autoCapitalize="none"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </SettingForm>
        </Disclosure>
      )}
    </section>
  );
}
