import { Button, TextField, UsernameField } from "@lectern/ui";
import { useState } from "react";
import { NewPasswordField } from "../deployment/NewPasswordField.tsx";
import { StepForm } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

/** Cognito's names of attributes, as people call them and as browsers fill them in. */
const known: Record<string, { label: string; autoComplete: string; hint?: string }> = {
  name: { label: "Name", autoComplete: "name" },
  given_name: { label: "First name", autoComplete: "given-name" },
  family_name: { label: "Last name", autoComplete: "family-name" },
  birthdate: { label: "Date of birth", autoComplete: "bday", hint: "As year, month and day, such as 1990-12-31." },
  phone_number: { label: "Phone number", autoComplete: "tel", hint: "With country code, such as +4930123456." },
};

/** What whoever set up the pool called it. */
const labelOf = (attribute: string): string => {
  const words = attribute.replace(/^custom:/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The first sign-in with a password somebody else made: the speaker makes their own. */
export function NewPasswordForm({
  signIn,
  requiredAttributes,
}: {
  signIn: SignIn;
  requiredAttributes: readonly string[];
}) {
  const { auth, email, attempt, go } = signIn;
  const [password, setPassword] = useState("");
  const [attributes, setAttributes] = useState<Record<string, string>>({});
  const complete = password !== "" && requiredAttributes.every((name) => attributes[name]?.trim());
  return (
    <StepForm
      task={signIn}
      action="Save and sign in"
      doing="Saving…"
      missing={complete ? null : { title: "Something is missing", advice: "Fill in every field, then go on." }}
      onSubmit={() => attempt(() => auth.answerNewPassword(password, attributes))}
      others={
        <Button tone="plain" onClick={() => go("sign-in")}>
          Sign in with another account
        </Button>
      }
    >
      <UsernameField value={email} />
      {requiredAttributes.map((name, at) => (
        <TextField
          key={name}
          {...(known[name] ?? { label: labelOf(name), autoComplete: "off" })}
          autoFocus={at === 0}
          name={name}
          value={attributes[name] ?? ""}
          onChange={(event) => setAttributes({ ...attributes, [name]: event.currentTarget.value })}
        />
      ))}
      <NewPasswordField autoFocus={requiredAttributes.length === 0} value={password} onChange={setPassword} />
    </StepForm>
  );
}
