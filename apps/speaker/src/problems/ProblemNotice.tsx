import { Notice } from "@lectern/ui";
import type { ReactNode } from "react";
import { useWords } from "../words/index.ts";
import type { ProblemCode } from "./codes.ts";

/** A problem in words, with the button that helps. */
export function ProblemNotice({ code, children }: { code: ProblemCode; children?: ReactNode }) {
  return <Notice {...useWords().problems[code]}>{children}</Notice>;
}
