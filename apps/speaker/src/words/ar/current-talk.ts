import type { Words } from "../words.ts";

export const currentTalk: Words["currentTalk"] = {
  title: "العنوان",
  untitled: "محاضرة بلا عنوان",
  newTalk: "محاضرة جديدة",
  unfit: "ضع عنوانًا لمحاضرتك، ليعرف المستمعون أنهم في المكان الصحيح.",
  notSaved: "تعذّر حفظ العنوان حتى الآن. تتكرر المحاولة تلقائيًّا.",
};
