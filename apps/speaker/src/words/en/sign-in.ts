export const signIn = {
  screens: {
    "sign-in": {
      title: "Sign in to speak",
      lead: "Then check your microphone and go live. Your listeners need no account.",
    },
    "sign-up": { title: "Make an account", lead: "You need one to speak. Your listeners need none." },
    "confirm-sign-up": {
      title: "Check your mail",
      lead: (address: string) => `A code is on its way to ${address}. It is good for a day.`,
    },
    forgot: { title: "Set a new password", lead: "If your address has an account here, a code is sent to it." },
    "reset-password": {
      title: "Check your mail",
      lead: (address: string) => `If ${address} has an account here, a code is on its way. It is good for an hour.`,
    },
    "new-password": {
      title: "Make your own password",
      lead: "Yours was made by somebody else. Choose one that only you know.",
    },
    "totp-code": { title: "Second step", lead: "Type the code your authenticator app shows for Lectern." },
    "sms-code": {
      title: "Second step",
      lead: (phone: string) => `A code was sent to ${phone}. It is good for three minutes.`,
    },
    "choose-factor": { title: "Second step", lead: "Where should the code come from?" },
    "set-up-authenticator": {
      title: "Set up a second step",
      lead: "Here everybody signs in with a code from an app, too.",
    },
  },
  email: "Email",
  password: "Password",
  keep: "Keep me signed in",
  keepHint: "Not on a device that others use.",
  signIn: "Sign in",
  signingIn: "Signing in…",
  signInMissing: { title: "E-mail or password is missing", advice: "Fill in both, then sign in." },
  forgot: "Forgot your password?",
  closed: "No account yet? Whoever runs this Lectern makes them: ask there for one.",
  confirmed: "Your address is confirmed. Sign in with your password.",
  back: "Back to signing in",
  anotherAccount: "Sign in with another account",
  anotherAddress: "Use another address",
  haveAccount: "I have an account",
  continueWith: (provider: string) => `Continue with ${provider}`,
  signUp: {
    offer: "Make an account",
    action: "Make account",
    doing: "Making it…",
    missing: { title: "E-mail or password is missing", advice: "Fill in both, then go on." },
  },
  code: {
    label: "Code",
    resend: "Send a new code",
    resent: "A new code is on its way.",
    noMail: "No e-mail?",
    noMailCheck: "It may take a minute, or lie among unwanted mail. Check the address, too:",
    noMailReset: "It may take a minute, or lie among unwanted mail.",
    invited:
      "Were you invited and have never signed in? Then sign in with the password you were given, or ask whoever invited you for a new one.",
  },
  confirm: {
    action: "Confirm",
    doing: "Confirming…",
    missing: { title: "The code is missing", advice: "Type the six digits from the e-mail." },
  },
  reset: {
    send: "Send code",
    sending: "Sending…",
    missingAddress: { title: "Your address is missing", advice: "Type it, then go on." },
    missing: { title: "Code or password is missing", advice: "Fill in both, then go on." },
  },
  newPassword: {
    action: "Save and sign in",
    doing: "Saving…",
    missing: { title: "Something is missing", advice: "Fill in every field, then go on." },
    attributes: {
      name: { label: "Name" },
      given_name: { label: "First name" },
      family_name: { label: "Last name" },
      birthdate: { label: "Date of birth", hint: "As year, month and day, such as 1990-12-31." },
      phone_number: { label: "Phone number", hint: "With country code, such as +4930123456." },
    },
  },
  secondFactor: {
    totp: "Authenticator app",
    sms: "Text message",
    action: "Continue",
    setUp: "Confirm and sign in",
    doing: "Checking…",
    missing: { title: "The code is missing", advice: "Type its six digits." },
    newSms: "Sign in again for a new code",
    lost: "Lost your device?",
    lostAdvice:
      "Nobody can look the code up. Whoever runs this Lectern can turn two-step sign-in off for you: ask there, sign in with your password, and set it up on your new device.",
  },
  again: {
    title: "You were signed out",
    advice: "Whoever hears you now goes on hearing you, but nobody new gets in until you sign in again.",
    toEnd:
      "Sign in again so that the talk ends for everyone: until then, whoever opens the link still reads that it is on.",
  },
};
