import type { Account, AccountDetails, AuthenticatorKey } from "@lectern/auth/speaker";
import { Button, CodeField, ConfirmButton } from "@lectern/ui";
import { useContext, useState } from "react";
import { AuthenticatorKeyCard } from "../deployment/AuthenticatorKeyCard.tsx";
import { DeploymentContext } from "../deployment/deployment-context.ts";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";
import { useWords, type Words } from "../words/index.ts";

export interface SecondFactorSectionProps {
  account: Pick<Account, "beginAuthenticator" | "confirmAuthenticator" | "removeAuthenticator">;
  details: AccountDetails;
  reload: () => Promise<void>;
}

const stateOf = ({ factors }: AccountDetails): keyof Words["account"]["secondFactor"]["state"] => {
  if (factors.includes("totp")) return "totp";
  return factors.includes("sms") ? "sms" : "off";
};

/** Whether a second factor is on; setting one up; turning it off. */
export function SecondFactorSection({ account, details, reload }: SecondFactorSectionProps) {
  const { account: accountWords, signIn } = useWords();
  const words = accountWords.secondFactor;
  const rule = useContext(DeploymentContext)?.secondFactor ?? "optional";
  const [key, setKey] = useState<AuthenticatorKey | null>(null);
  const [code, setCode] = useState("");
  const task = useTask();
  const isOn = details.factors.includes("totp");

  const begin = () =>
    task.run(async () => {
      setKey(await account.beginAuthenticator());
      setCode("");
      return null;
    });
  const confirm = () =>
    task.run(async () => {
      await account.confirmAuthenticator(code);
      await reload();
      setKey(null);
      return (all) => all.account.secondFactor.isOn;
    });
  const turnOff = () =>
    task.run(async () => {
      await account.removeAuthenticator();
      await reload();
      return (all) => all.account.secondFactor.isOff;
    });

  if (rule === "off") return null;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.state[stateOf(details)]}</p>
      {key !== null ? (
        <SettingForm
          task={task}
          action={words.turnOn}
          onSubmit={confirm}
          others={
            <Button tone="plain" onClick={() => setKey(null)}>
              {words.notNow}
            </Button>
          }
        >
          <AuthenticatorKeyCard authenticatorKey={key} />
          <CodeField
            label={signIn.code.label}
            name="code"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </SettingForm>
      ) : (
        <>
          {task.problem ? <ProblemNotice code={task.problem} /> : null}
          <div className="row">
            {isOn && rule === "optional" ? (
              <ConfirmButton words={words.ask} onConfirm={turnOff}>
                {words.turnOff}
              </ConfirmButton>
            ) : null}
            <Button aria-disabled={task.busy || undefined} onClick={begin}>
              {isOn ? words.another : words.setUp}
            </Button>
            <p className="note" aria-live="polite">
              {task.note}
            </p>
          </div>
        </>
      )}
      <p className="soft">{words.lost}</p>
    </section>
  );
}
