import { createFormats } from "@lectern/i18n";
import type { ReactNode } from "react";

const { elapsed, percent, plural } = createFormats("en");

/** What the components say by themselves. */
export const en = {
  elapsed,
  percent,
  language: "Language",
  broken: { documentTitle: "Something broke · Lectern", title: "Something broke on this page", again: "Load again" },
  configuration: {
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
  },
  checklist: { met: ": done", notMet: ": not yet" },
  copyLink: {
    copy: "Copy link",
    copied: "Copied",
    refused: "Your browser did not allow copying: select the link and copy it by hand.",
  },
  report: {
    summary: "For the one who helps you",
    about: "What happened on this page, without names, addresses or secrets. Send it to whoever helps.",
    copy: "Copy report",
    copied: "Copied",
    refused: "Your browser did not allow copying: select the text and copy it by hand.",
  },
  password: {
    show: "Show",
    showLabel: "Show password",
    hide: "Hide",
    hideLabel: "Hide password",
    capsLock: "Caps Lock is on.",
  },
};
