import { createFormats } from "@lectern/i18n";
import type { ReactNode } from "react";

const { plural } = createFormats("en");

export const configuration = {
  title: "Lectern is not set up yet",
  count: (count: number) =>
    plural(count, {
      one: "One value this page was built with is missing or wrong.",
      other: "# values this page was built with are missing or wrong.",
    }),
  looksLike: "It looks like",
  whereToFind: "Where to find it",
  correct: (file: ReactNode, example: ReactNode): ReactNode => (
    <>
      Correct {file} (its example, {example}, explains each line), then build again.
    </>
  ),
};
