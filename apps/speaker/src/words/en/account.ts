export const account = {
  corner: { talks: "Talks", account: "Account", signOut: "Sign out" },
  title: "Your account",
  name: {
    title: "Name",
    none: "Not given.",
    change: "Change name",
    label: "Your name",
    save: "Save name",
    saved: "Saved.",
  },
  email: {
    title: "E-mail",
    keptBy: (provider: string) => `You sign in with ${provider}: your address and password are kept there.`,
    change: "Change e-mail",
    label: "New e-mail",
    send: "Send code",
    sentTo: (next: string, present: string) =>
      `It was sent to ${next}. Until you type it here, ${present} stays your address.`,
    confirm: "Confirm address",
    another: "Another address",
    changed: "Changed. Sign in with the new address from now on.",
  },
  password: {
    title: "Password",
    change: "Change password",
    present: "Present password",
    save: "Save password",
    changed: "Changed. Other devices stay signed in; sign out everywhere if they should not.",
  },
  secondFactor: {
    title: "Two-step sign-in",
    state: {
      totp: "On: signing in asks for a code from your authenticator app, too.",
      sms: "On: signing in asks for a code that comes by text message, too.",
      off: "Off: your password alone opens your account.",
    },
    setUp: "Set up an authenticator app",
    another: "Use another app",
    turnOn: "Turn on",
    notNow: "Not now",
    turnOff: "Turn off",
    isOn: "It is on. Keep the app: without it you cannot sign in.",
    isOff: "It is off.",
    lost: "If you ever lose the device, whoever runs this Lectern can turn this off for you.",
    ask: {
      title: "Turn two-step sign-in off?",
      text: "From then on your password alone opens your account.",
      yes: "Turn off",
      no: "Keep it",
    },
  },
  sessions: {
    title: "Where you are signed in",
    about:
      "Signing out everywhere ends every sign-in at once: no device can renew its own any more. What a device holds already runs out within the hour; until then, one that is on air can stay on air.",
    provider: (provider: string) =>
      `You stay signed in at ${provider}. On a device that others use, sign out there as well.`,
    here: "Sign out here",
    everywhere: "Sign out everywhere",
  },
  deletion: {
    title: "Delete your account",
    about:
      "Your account goes, your talks with their links, and the recordings in this browser. A talk that is on air ends. Nothing brings them back.",
    action: "Delete account",
    doing: "Deleting…",
    ask: {
      title: "Delete your account?",
      text: "At once and for good: the account, your talks, their links and the recordings in this browser.",
      yes: "Delete for good",
      no: "Keep it",
    },
  },
};
