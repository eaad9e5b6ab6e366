import { en as ui } from "@lectern/ui/words/en";

/** Everything the speaker's page says, in English. The other languages have the same shape, or do not compile. */
export const en = {
  ui,
  brokenAdvice: "Load the page again. Whoever is listening waits, and hears you again once you are back on air.",
};
