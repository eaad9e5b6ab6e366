import type { Account } from "@lectern/auth/speaker";
import { Disclosure, PasswordField, UsernameField } from "@lectern/ui";
import { useState } from "react";
import { NewPasswordField } from "../deployment/NewPasswordField.tsx";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";

export function PasswordSection({ account, email }: { account: Pick<Account, "changePassword">; email: string }) {
  const words = useWords().account.password;
  const [previous, setPrevious] = useState("");
  const [next, setNext] = useState("");
  const task = useTask();
  const change = () =>
    task.run(async () => {
      await account.changePassword({ previous, next });
      setPrevious("");
      setNext("");
      return (all) => all.account.password.changed;
    });
  return (
    <section>
      <h2>{words.title}</h2>
      <Disclosure summary={words.change}>
        <SettingForm task={task} action={words.save} onSubmit={change}>
          <UsernameField value={email} />
          <PasswordField
            label={words.present}
            name="password"
            required
            autoComplete="current-password"
            value={previous}
            onChange={(event) => setPrevious(event.currentTarget.value)}
          />
          <NewPasswordField value={next} onChange={setNext} />
        </SettingForm>
      </Disclosure>
    </section>
  );
}
