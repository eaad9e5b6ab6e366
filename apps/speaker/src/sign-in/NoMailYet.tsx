import { Button, Disclosure } from "@lectern/ui";
import type { ReactNode } from "react";
import { useWords } from "../words/index.ts";
import type { SignIn } from "./use-sign-in.ts";

export interface NoMailYetProps {
  signIn: SignIn;
  resend: () => Promise<unknown>;
  /** Where another address is given. */
  anotherAddress: "sign-up" | "forgot";
  /** What the way back to signing in is called. */
  back: string;
  /** What may have become of the mail. */
  children: ReactNode;
}

/** For who waits for a mailed code: another one, what may have become of it, other ways. */
export function NoMailYet({ signIn: { run, go }, resend, anotherAddress, back, children }: NoMailYetProps) {
  const words = useWords().signIn;
  return (
    <>
      <Button tone="plain" onClick={() => run(() => resend().then(() => (all) => all.signIn.code.resent))}>
        {words.code.resend}
      </Button>
      <Disclosure summary={words.code.noMail}>
        {children}
        <div className="row">
          <Button onClick={() => go(anotherAddress)}>{words.anotherAddress}</Button>
          <Button onClick={() => go("sign-in")}>{back}</Button>
        </div>
      </Disclosure>
    </>
  );
}
