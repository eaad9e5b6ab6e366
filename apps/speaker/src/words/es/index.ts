export { es as ui } from "@lectern/ui/words/es";
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

export const back: string = "Volver";
export const brokenAdvice: string =
  "Vuelva a cargar la página. Quien escucha espera, y volverá a oír en cuanto usted vuelva al aire.";
export const oneMoment: string = "Un momento…";
export const tryAgain: string = "Intentar de nuevo";
