/** A talk's title, and a talk without one. */
export const currentTalk = {
  title: "Title",
  /** What a talk is called until the speaker names it: kept, and read by the listeners. */
  untitled: "Untitled talk",
  newTalk: "New talk",
  unfit: "Give your talk a title, so that listeners know they are right.",
  notSaved: "The title could not be saved yet. It is tried again by itself.",
};
