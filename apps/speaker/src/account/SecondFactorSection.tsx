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
  account: Pick<Account, "beginAuthenticator" | "confirmAuthenticator" | "removeAuthenticator" | "setTextMessages">;
  details: AccountDetails;
  reload: () => Promise<void>;
}

const stateOf = ({ factors }: AccountDetails): keyof Words["account"]["secondFactor"]["state"] => {
  if (factors.length > 1) return "both";
  return factors[0] ?? "off";
};

/** Whether a second factor is on; setting one up; turning it off. */
export function SecondFactorSection({ account, details, reload }: SecondFactorSectionProps) {
  const { account: accountWords, signIn } = useWords();
  const words = accountWords.secondFactor;
  const deployment = useContext(DeploymentContext);
  const rule = deployment?.secondFactor ?? "optional";
  const [key, setKey] = useState<AuthenticatorKey | null>(null);
  const [code, setCode] = useState("");
  const task = useTask();
  const hasApp = details.factors.includes("totp");
  const hasTexts = details.factors.includes("sms");
  const canText = deployment?.sms === true && details.phone?.verified === true;

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
      return ({ account: { secondFactor } }) => (hasTexts ? secondFactor.bothOn : secondFactor.isOn);
    });
  const turnOff = () =>
    task.run(async () => {
      if (hasApp) await account.removeAuthenticator();
      if (hasTexts) await account.setTextMessages(false);
      await reload();
      return (all) => all.account.secondFactor.isOff;
    });

  const setTexts = (on: boolean) =>
    task.run(async () => {
      await account.setTextMessages(on);
      await reload();
      return on ? ({ account: { secondFactor } }) => (hasApp ? secondFactor.bothOn : secondFactor.textsOn) : null;
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
            {(hasApp || hasTexts) && rule === "optional" ? (
              <ConfirmButton words={words.ask} onConfirm={turnOff}>
                {words.turnOff}
              </ConfirmButton>
            ) : null}
            <Button aria-disabled={task.busy || undefined} onClick={begin}>
              {hasApp ? words.another : words.setUp}
            </Button>
            {canText && !hasTexts ? (
              <Button aria-disabled={task.busy || undefined} onClick={() => setTexts(true)}>
                {words.useTexts}
              </Button>
            ) : null}
            {hasTexts && hasApp ? (
              <Button aria-disabled={task.busy || undefined} onClick={() => setTexts(false)}>
                {words.stopTexts}
              </Button>
            ) : null}
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
