import type { Account } from "@lectern/auth/speaker";
import { Disclosure, PasswordField, UsernameField } from "@lectern/ui";
import { useState } from "react";
import { NewPasswordField } from "../deployment/NewPasswordField.tsx";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";

export function PasswordSection({ account, email }: { account: Pick<Account, "changePassword">; email: string }) {
  const [previous, setPrevious] = useState("");
  const [next, setNext] = useState("");
  const task = useTask();
  const change = () =>
    task.run(async () => {
      await account.changePassword({ previous, next });
      setPrevious("");
      setNext("");
      return "Changed. Other devices stay signed in; sign out everywhere if they should not.";
    });
  return (
    <section>
      <h2>Password</h2>
      <Disclosure summary="Change password">
        <SettingForm task={task} action="Save password" onSubmit={change}>
          <UsernameField value={email} />
          <PasswordField
            label="Present password"
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
