import type { Account, AccountDetails, AuthenticatorKey } from "@lectern/auth/speaker";
import { Button, CodeField, ConfirmDialog } from "@lectern/ui";
import { useContext, useState } from "react";
import { AuthenticatorKeyCard } from "../deployment/AuthenticatorKeyCard.tsx";
import { DeploymentContext } from "../deployment/context.ts";
import { ProblemNotice } from "../problems/ProblemNotice.tsx";
import { SettingForm } from "../problems/SettingForm.tsx";
import { useTask } from "../problems/use-task.ts";

export interface SecondFactorSectionProps {
  account: Pick<Account, "beginAuthenticator" | "confirmAuthenticator" | "removeAuthenticator">;
  details: AccountDetails;
  reload: () => Promise<void>;
}

const stateWords = ({ factors }: AccountDetails): string => {
  if (factors.includes("totp")) return "On: signing in asks for a code from your authenticator app, too.";
  if (factors.includes("sms")) return "On: signing in asks for a code that comes by text message, too.";
  return "Off: your password alone opens your account.";
};

/** Whether a second factor is on; setting one up; turning it off. */
export function SecondFactorSection({ account, details, reload }: SecondFactorSectionProps) {
  const rule = useContext(DeploymentContext)?.secondFactor ?? "optional";
  const [key, setKey] = useState<AuthenticatorKey | null>(null);
  const [code, setCode] = useState("");
  const [asking, setAsking] = useState(false);
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
      return "It is on. Keep the app: without it you cannot sign in.";
    });
  const turnOff = () => {
    setAsking(false);
    task.run(async () => {
      await account.removeAuthenticator();
      await reload();
      return "It is off.";
    });
  };

  if (rule === "off") return null;
  return (
    <section>
      <h2>Two-step sign-in</h2>
      <p>{stateWords(details)}</p>
      {key !== null ? (
        <SettingForm
          task={task}
          action="Turn on"
          onSubmit={confirm}
          others={
            <Button tone="plain" onClick={() => setKey(null)}>
              Not now
            </Button>
          }
        >
          <AuthenticatorKeyCard authenticatorKey={key} />
          <CodeField
            label="Code"
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
            {isOn && rule === "optional" ? <Button onClick={() => setAsking(true)}>Turn off</Button> : null}
            <Button aria-disabled={task.busy || undefined} onClick={begin}>
              {isOn ? "Use another app" : "Set up an authenticator app"}
            </Button>
            <p className="note" aria-live="polite">
              {task.note}
            </p>
          </div>
        </>
      )}
      <p className="soft">If you ever lose the device, whoever runs this Lectern can turn this off for you.</p>
      <ConfirmDialog
        open={asking}
        title="Turn two-step sign-in off?"
        text="From then on your password alone opens your account."
        confirmLabel="Turn off"
        cancelLabel="Keep it"
        onConfirm={turnOff}
        onCancel={() => setAsking(false)}
      />
    </section>
  );
}
