import type { AccountDetails, SpeakerAuth } from "@lectern/auth/speaker";
import { useCallback, useEffect, useState } from "react";
import { type ProblemCode, problemCodeOf } from "../problems/words.ts";

export interface AccountView {
  /** null until read. */
  details: AccountDetails | null;
  /** Why it could not be read. */
  problem: ProblemCode | null;
  reload(): Promise<void>;
}

/** The account as Cognito has it, read when the page opens and after every change. */
export function useAccount(account: SpeakerAuth["account"]): AccountView {
  const [details, setDetails] = useState<AccountDetails | null>(null);
  const [problem, setProblem] = useState<ProblemCode | null>(null);
  const reload = useCallback(async () => {
    setProblem(null);
    try {
      setDetails(await account.read());
    } catch (error) {
      setProblem(problemCodeOf(error));
    }
  }, [account]);
  useEffect(() => void reload(), [reload]);
  return { details, problem, reload };
}
