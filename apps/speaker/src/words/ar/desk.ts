import type { Words } from "../index.ts";

export const desk: Words["desk"] = {
  title: "العنوان",
  untitled: "حديث بلا عنوان",
  newTalk: "حديث جديد",
  unfit: "ضع عنوانًا لحديثك، ليعرف المستمعون أنهم في المكان الصحيح.",
  notSaved: "تعذّر حفظ العنوان. ستتكرر المحاولة حين تبدأ البث.",
};
