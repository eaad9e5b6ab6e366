import { Button, CodeField, Disclosure } from "@lectern/ui";
import { type ReactNode, useState } from "react";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords } from "../words/index.ts";

export interface ChangeByCodeProps {
  words: Record<"send" | "confirm" | "another", string>;
  /** Of what the field is in. */
  summary: string;
  /** Where the new one is typed. */
  field: (typed: string, onTyped: (typed: string) => void) => ReactNode;
  sentTo: (next: string) => string;
  send: (next: string) => Promise<void>;
  resend: () => Promise<void>;
  confirm: (code: string) => Promise<void>;
  /** false: another change begins. */
  onChanged: (changed: boolean) => void;
  /** Below the field, while no code is awaited. */
  children?: ReactNode;
}

/** Changes an address or a number: the new one counts once the code that was sent there is typed. */
export function ChangeByCode(props: ChangeByCodeProps) {
  const { words, summary, field, sentTo, send, resend, confirm, onChanged, children } = props;
  const { code: codeWords } = useWords().signIn;
  const [typed, setTyped] = useState("");
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  /** The code is awaited no more, because it was sent to where it should not go. */
  const [isAnother, setIsAnother] = useState(false);
  const [code, setCode] = useState("");
  const task = useTask();
  const begin = () =>
    task.run(async () => {
      onChanged(false);
      await send(typed);
      setCode("");
      setWaitingFor(typed.trim());
      return null;
    });
  const finish = () =>
    task.run(async () => {
      await confirm(code);
      setWaitingFor(null);
      setIsAnother(false);
      setTyped("");
      onChanged(true);
      return null;
    });
  if (waitingFor === null) {
    return (
      <>
        <Disclosure summary={summary} open={isAnother}>
          <SettingForm task={task} action={words.send} onSubmit={begin}>
            {field(typed, setTyped)}
          </SettingForm>
        </Disclosure>
        {children}
      </>
    );
  }
  return (
    <SettingForm
      task={task}
      action={words.confirm}
      onSubmit={finish}
      others={
        <>
          <Button
            tone="plain"
            onClick={() =>
              task.run(() =>
                resend().then(
                  () =>
                    ({ signIn }) =>
                      signIn.code.resent,
                ),
              )
            }
          >
            {codeWords.resend}
          </Button>
          <Button
            tone="plain"
            onClick={() => {
              setWaitingFor(null);
              setIsAnother(true);
            }}
          >
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
        hint={sentTo(waitingFor)}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </SettingForm>
  );
}
