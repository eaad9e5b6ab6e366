import type { Account } from "@lectern/auth/speaker";
import { Disclosure, TextField } from "@lectern/ui";
import { useState } from "react";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";

export interface NameSectionProps {
  account: Pick<Account, "rename">;
  name: string;
  reload: () => Promise<void>;
}

export function NameSection({ account, name, reload }: NameSectionProps) {
  const words = useWords().account.name;
  const [typed, setTyped] = useState(name);
  const task = useTask();
  const save = () =>
    task.run(async () => {
      await account.rename(typed);
      await reload();
      return (all) => all.account.name.saved;
    });
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{name || words.none}</p>
      <Disclosure summary={words.change}>
        <SettingForm task={task} action={words.save} onSubmit={save}>
          <TextField
            label={words.label}
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
