export { ar as ui } from "@lectern/ui/words/ar";
export { account } from "./account.ts";
export { broadcast } from "./broadcast.ts";
export { currentTalk } from "./current-talk.ts";
export { deployment } from "./deployment.tsx";
export { microphone } from "./microphone.ts";
export { problems } from "./problems.ts";
export { recording } from "./recording.ts";
export { share } from "./share.ts";
export { signIn } from "./sign-in.ts";
export { talks } from "./talks.ts";

export const back: string = "رجوع";
export const brokenAdvice: string = "أعد تحميل الصفحة. من يستمع ينتظر، ويسمعك من جديد حين تعود إلى البث.";
export const oneMoment: string = "لحظة من فضلك…";
export const tryAgain: string = "إعادة المحاولة";
