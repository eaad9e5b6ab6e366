import { Notice } from "@lectern/ui";
import type { ReactNode } from "react";
import { type ProblemCode, words } from "./words.ts";

/** A problem in words, with the button that helps. */
export function ProblemNotice({ code, children }: { code: ProblemCode; children?: ReactNode }) {
  return <Notice {...words[code]}>{children}</Notice>;
}
