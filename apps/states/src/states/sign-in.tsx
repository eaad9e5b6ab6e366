import { DeploymentContext, type SignIn, SignInScreen, useWords, type Words } from "@lectern/speaker/screens";
import { email, key, type SignInRest, signInAt } from "../fixtures/auth.ts";
import { config, configWithProviders } from "../fixtures/deployment.ts";
import { never } from "../fixtures/readable.ts";
import { studio } from "../fixtures/studio.tsx";
import { group } from "../state.ts";
import { capsLock, press, submit, unfold, until } from "../steps.ts";

type Rest = Omit<SignInRest, "note"> & { note?: (words: Words) => string };

function SignInAt({ screen, rest: { note, ...rest } }: { screen: SignIn["screen"]; rest: Rest }) {
  const words = useWords();
  const signIn = signInAt(screen, { ...rest, note: note?.(words) ?? null });
  return <SignInScreen signIn={signIn} signInWithProvider={never} />;
}

const at =
  (screen: SignIn["screen"], rest: Rest = {}, deployment = config) =>
  () => (
    <DeploymentContext value={deployment}>
      <SignInAt screen={screen} rest={rest} />
    </DeploymentContext>
  );

const start = { next: "sign-in", email: "" } as const;

export const signingIn = group("Speaker: sign-in", "speaker", "speaker", [
  ["Restoring", () => studio({ auth: { status: "restoring" } })],
  ["Sign in", at(start)],
  ["Sign in, accounts are given", at(start, {}, { ...config, signUp: "closed" })],
  ["Sign in, providers", at(start, {}, configWithProviders)],
  ["Sign in, busy", at({ ...start, email }, { busy: true })],
  ["Sign in, incomplete", at(start), { steps: [submit(), until(".notice")] }],
  ["Sign in, wrong", at({ ...start, email }, { problem: "wrong-credentials" })],
  ["Sign in, expired", at(start, { problem: "session-expired" })],
  ["Sign in, confirmed", at({ ...start, email }, { note: ({ signIn }) => signIn.confirmed })],
  ["Sign in, password shown", at(start), { steps: [press(".with-end button")] }],
  ["Sign in, caps lock", at(start), { steps: [capsLock("[name=password]")] }],
  ["Sign up", at({ next: "sign-up" })],
  ["Sign up, policy", at({ next: "sign-up" }, { problem: "password-policy" }, configWithProviders)],
  ["Confirm sign-up", at({ next: "confirm-sign-up", email }), { steps: [unfold()] }],
  ["Confirm sign-up, wrong code", at({ next: "confirm-sign-up", email }, { problem: "wrong-code" })],
  ["Confirm sign-up, sent", at({ next: "confirm-sign-up", email }, { note: ({ signIn }) => signIn.code.resent })],
  ["Forgot", at({ next: "forgot" })],
  ["Reset password", at({ next: "reset-password", email }), { steps: [unfold()] }],
  ["New password", at({ next: "new-password", requiredAttributes: [] })],
  [
    "New password, attributes",
    at({
      next: "new-password",
      requiredAttributes: ["given_name", "family_name", "birthdate", "phone_number", "custom:staff_number"],
    }),
  ],
  ["Authenticator code", at({ next: "totp-code" }), { steps: [unfold()] }],
  ["Authenticator code, used", at({ next: "totp-code" }, { problem: "code-used" })],
  ["Text message", at({ next: "sms-code", sentTo: "+*******4321" })],
  ["Choose factor", at({ next: "choose-factor", factors: ["totp", "sms"] })],
  ["Set up authenticator", at({ next: "set-up-authenticator", key }), { steps: [until(".qr-code")] }],
]);
