import type { Account } from "@lectern/auth/speaker";
import { Disclosure, TextField } from "@lectern/ui";
import { useState } from "react";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";

export interface NameSectionProps {
  account: Pick<Account, "rename">;
  name: string;
  reload: () => Promise<void>;
}

export function NameSection({ account, name, reload }: NameSectionProps) {
  const [typed, setTyped] = useState(name);
  const task = useTask();
  const save = () =>
    task.run(async () => {
      await account.rename(typed);
      await reload();
      return "Saved.";
    });
  return (
    <section>
      <h2>Name</h2>
      <p>{name || "Not given."}</p>
      <Disclosure summary="Change name">
        <SettingForm task={task} action="Save name" onSubmit={save}>
          <TextField
            label="Your name"
            name="name"
            required
            autoComplete="name"
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </SettingForm>
      </Disclosure>
    </section>
  );
}
