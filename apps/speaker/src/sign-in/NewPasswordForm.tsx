import { displayedText } from "@lectern/primitives";
import { TextField, UsernameField } from "@lectern/ui";
import { useState } from "react";
import { NewPasswordField } from "../deployment/NewPasswordField.tsx";
import { useWords, type Words } from "../words/index.ts";
import { StepForm } from "./StepForm.tsx";
import { StepLink } from "./StepLink.tsx";
import type { SignIn } from "./use-sign-in.ts";

type KnownAttribute = keyof Words["signIn"]["newPassword"]["attributes"];

/** Cognito's names of attributes, as browsers fill them in. */
const autoComplete: Record<KnownAttribute, string> = {
  name: "name",
  given_name: "given-name",
  family_name: "family-name",
  birthdate: "bday",
  phone_number: "tel",
};

const isKnown = (attribute: string): attribute is KnownAttribute => Object.hasOwn(autoComplete, attribute);

/** As whoever set up the pool named it. */
const labelOf = (attribute: string): string => {
  const words = attribute.replace(/^custom:/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A password of one's own instead of the temporary one that somebody else made. */
export function NewPasswordForm({
  signIn,
  requiredAttributes,
}: {
  signIn: SignIn;
  requiredAttributes: readonly string[];
}) {
  const { auth, email, attempt } = signIn;
  const words = useWords().signIn;
  const { action, doing, missing, attributes: attributeWords } = words.newPassword;
  const [password, setPassword] = useState("");
  const [attributes, setAttributes] = useState<Record<string, string>>({});
  const complete = password !== "" && requiredAttributes.every((name) => displayedText(attributes[name] ?? "") !== "");
  return (
    <StepForm
      task={signIn}
      action={action}
      doing={doing}
      missing={complete ? null : missing}
      onSubmit={() => attempt(() => auth.answerNewPassword(password, attributes))}
      others={
        <StepLink signIn={signIn} to="sign-in">
          {words.anotherAccount}
        </StepLink>
      }
    >
      <UsernameField value={email} />
      {requiredAttributes.map((name, at) => (
        <TextField
          key={name}
          {...(isKnown(name)
            ? { ...attributeWords[name], autoComplete: autoComplete[name] }
            : { label: labelOf(name), autoComplete: "off" })}
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
