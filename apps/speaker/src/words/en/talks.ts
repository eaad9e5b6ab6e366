import { createFormats } from "@lectern/i18n";

const { date, daysAgo } = createFormats("en");

/** The speaker's talks, each with its lasting link. */
export const talks = {
  title: "Your talks",
  /** When a talk was last on air. */
  when: {
    never: "Never on air yet",
    now: "On air now",
    unhosted: "On air, without a page of yours",
    daysAgo: (days: number) => `Last on air ${daysAgo(days)}`,
    /** @param time - epoch ms */
    on: (time: number) => `Last on air ${date(time)}`,
  },
  use: "Use this talk",
  useOf: (title: string) => `Use this talk: ${title}`,
  change: "Change",
  save: "Save title",
  saved: "Saved.",
  replace: "Replace the link",
  aboutReplacing: "For a link that came into wrong hands. Whoever is listening at the moment stays.",
  replaced: "This talk has a new link.",
  delete: "Delete talk",
  askReplace: {
    title: "Replace the link?",
    text: "The old link, its QR code and its posters lead nowhere from then on. Share the new one.",
    no: "Keep the link",
    yes: "Replace it",
  },
  askDelete: {
    title: "Delete this talk?",
    text: "Its link leads nowhere from then on. If it is on air, it ends for everyone.",
    no: "Keep it",
    yes: "Delete for good",
  },
};
