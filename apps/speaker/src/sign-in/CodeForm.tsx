import type { SignInStep } from "@lectern/auth/speaker";
import { CodeField } from "@lectern/ui";
import { type ReactNode, useState } from "react";
import { useWords } from "../words/index.ts";
import { StepForm, type StepFormProps } from "./StepForm.tsx";
import type { SignIn } from "./use-sign-in.ts";

export interface CodeFormProps extends Pick<StepFormProps, "action" | "doing" | "others"> {
  signIn: SignIn;
  missing: NonNullable<StepFormProps["missing"]>;
  answer: (code: string) => Promise<SignInStep>;
  autoFocus?: boolean;
  /** Above the code. */
  children?: ReactNode;
}

/** A step whose answer is a code. */
export function CodeForm({ signIn, missing, answer, autoFocus = true, children, ...step }: CodeFormProps) {
  const { label } = useWords().signIn.code;
  const [code, setCode] = useState("");
  return (
    <StepForm
      {...step}
      task={signIn}
      missing={code.trim() ? null : missing}
      onSubmit={() => signIn.attempt(() => answer(code))}
    >
      {children}
      <CodeField
        label={label}
        name="code"
        autoFocus={autoFocus}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </StepForm>
  );
}
