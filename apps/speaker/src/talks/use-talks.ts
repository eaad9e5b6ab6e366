import type { SessionApi } from "@lectern/session-api/client";
import type { Session } from "@lectern/session-api/contract";
import { useCallback, useEffect, useState } from "react";
import { type ProblemCode, problemCodeOf } from "../problems/words.ts";

export type TalksApi = Pick<SessionApi, "listSessions" | "patchSession" | "deleteSession">;

/** The speaker's talks, newest first; null until they are known. */
export function useTalks(api: TalksApi) {
  const [talks, setTalks] = useState<Session[] | null>(null);
  const [problem, setProblem] = useState<ProblemCode | null>(null);
  const reload = useCallback(async () => {
    setProblem(null);
    try {
      setTalks(await api.listSessions());
    } catch (error) {
      setProblem(problemCodeOf(error));
    }
  }, [api]);
  useEffect(() => void reload(), [reload]);
  return { talks, problem, reload };
}
