import type { Words } from "../words.ts";

export const currentTalk: Words["currentTalk"] = {
  title: "Título",
  untitled: "Charla sin título",
  newTalk: "Nueva charla",
  unfit: "Ponga un título a su charla, para que sus oyentes sepan que no se han equivocado.",
  notSaved: "Todavía no se ha podido guardar el título. Se sigue intentando solo.",
};
