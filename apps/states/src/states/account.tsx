import { AuthError } from "@lectern/auth/errors";
import type { Account, AccountDetails } from "@lectern/auth/speaker";
import { AccountPage, DeploymentContext, type TalksApi, TalksPage } from "@lectern/speaker/screens";
import { accountOf, authIn, refusing, signedIn } from "../fixtures/auth.ts";
import { config, NOW } from "../fixtures/deployment.ts";
import { never, nothing } from "../fixtures/readable.ts";
import { severalTalks, talk, talksApi } from "../fixtures/talks.ts";
import { titles } from "../fixtures/titles.ts";
import { group } from "../state.ts";
import { press, type Step, submit, type, unfold, until } from "../steps.ts";

const list =
  (listSessions: TalksApi["listSessions"], rest: Partial<TalksApi> = {}) =>
  () => (
    <TalksPage api={talksApi(listSessions, rest)} now={NOW} onUse={nothing} onChanged={nothing} onClose={nothing} />
  );
const several = () => Promise.resolve(severalTalks);
const listed = until(".talk");
const refused = refusing("network");

export const talks = group("Speaker: talks", "talks", "speaker", [
  ["Loading", list(never)],
  ["Not loaded", list(refused), { steps: [until(".notice")] }],
  ["None", list(() => Promise.resolve([])), { steps: [until("main[aria-busy=false]")] }],
  ["One", list(() => Promise.resolve([talk(titles.usual)])), { steps: [listed] }],
  ["Several", list(several), { steps: [listed] }],
  ["Changing", list(several), { steps: [listed, unfold(".talk:nth-child(4) details")] }],
  [
    "Not renamed",
    list(several, { patchSession: refused }),
    { steps: [listed, unfold(".talk:first-child details"), submit(".talk form"), until(".notice")] },
  ],
  ["Link to replace", list(several), { steps: [listed, submit(".talk form + form"), until("dialog[open]")] }],
  ["Delete?", list(several), { steps: [listed, press(".talk form ~ div .button"), until("dialog[open]")] }],
]);

const account = (details: Partial<AccountDetails> = {}, commands: Partial<Account> = {}, deployment = config) => {
  const auth = authIn(signedIn, accountOf(details, commands));
  return () => (
    <DeploymentContext value={deployment}>
      <AccountPage auth={auth} onDelete={never} onClose={nothing} />
    </DeploymentContext>
  );
};

const NAME = ".settings > :nth-child(1)";
const EMAIL = ".settings > :nth-child(2)";
const PASSWORD = ".settings > :nth-child(3)";
const FACTOR = ".settings > :nth-child(4)";
const SESSIONS = ".settings > :nth-child(5)";
const DELETE = ".settings > :nth-child(6)";

/** Where text messages are sent. */
const PHONE = ".settings > :nth-child(3)";
const texting = { ...config, sms: true };
const phone = { number: "+4915112345678", verified: true };

const opened = (...steps: Step[]) => ({ steps: [until(".settings"), ...steps] });
const newEmail = [unfold(`${EMAIL} details`), type(`${EMAIL} input`, "maria@example.org"), submit(`${EMAIL} form`)];
const newPhone = [unfold(`${PHONE} details`), type(`${PHONE} input`, "+4915112345678"), submit(`${PHONE} form`)];
const newPassword = [
  unfold(`${PASSWORD} details`),
  type(`${PASSWORD} [name=password]`, "fixture"),
  type(`${PASSWORD} [name=new-password]`, "fixture"),
];

export const accountStates = group("Speaker: account", "account", "speaker", [
  ["Loading", account({}, { read: never })],
  ["Not loaded", account({}, { read: refused }), { steps: [until(".notice")] }],
  ["Usual", account(), opened()],
  ["Nameless", account({ name: "" }), opened()],
  ["Name", account(), opened(unfold(`${NAME} details`))],
  [
    "Name saved",
    account(),
    opened(unfold(`${NAME} details`), submit(`${NAME} form`), until(`${NAME} form .note:not(:empty)`)),
  ],
  ["E-mail", account(), opened(unfold(`${EMAIL} details`))],
  ["E-mail refused", account({}, { changeEmail: refusing("email-refused") }), opened(...newEmail, until(".notice"))],
  ["E-mail code", account(), opened(...newEmail, until(`${EMAIL} [name=code]`))],
  ["Password", account(), opened(unfold(`${PASSWORD} details`))],
  [
    "Password wrong",
    account({}, { changePassword: refusing("wrong-password") }),
    opened(...newPassword, submit(`${PASSWORD} form`), until(".notice")),
  ],
  ["Password busy", account({}, { changePassword: never }), opened(...newPassword, submit(`${PASSWORD} form`))],
  ["Two steps, app", account({ factors: ["totp"] }), opened()],
  ["Two steps, text message", account({ factors: ["sms"] }), opened()],
  ["Two steps, app or text message", account({ factors: ["totp", "sms"], phone }, {}, texting), opened()],
  ["Phone, none", account({}, {}, texting), opened(unfold(`${PHONE} details`))],
  ["Phone, confirmed", account({ phone }, {}, texting), opened()],
  ["Phone, not confirmed", account({ phone: { ...phone, verified: false } }, {}, texting), opened()],
  [
    "Phone refused",
    account({}, { changePhone: refusing("phone-refused") }, texting),
    opened(...newPhone, until(".notice")),
  ],
  ["Phone code", account({}, {}, texting), opened(...newPhone, until(`${PHONE} [name=code]`))],
  ["Phone removed?", account({ phone }, {}, texting), opened(press(`${PHONE} > .button`), until("dialog[open]"))],
  ["Two steps required", account({ factors: ["totp"] }, {}, { ...config, secondFactor: "required" }), opened()],
  ["Two steps, setting up", account(), opened(press(`${FACTOR} .button`), until(".qr-code"))],
  [
    "Two steps, not set up",
    account({}, { beginAuthenticator: refusing("too-many-attempts") }),
    opened(press(`${FACTOR} .button`), until(".notice")),
  ],
  ["Two steps off?", account({ factors: ["totp"] }), opened(press(`${FACTOR} .button`), until("dialog[open]"))],
  ["Provider", account({ provider: "Google" }), opened()],
  [
    "Not signed out everywhere",
    () => {
      const auth = {
        ...authIn(signedIn),
        signOutEverywhere: () => Promise.reject(new AuthError("network", "fixture")),
      };
      return <AccountPage auth={auth} onDelete={never} onClose={nothing} />;
    },
    opened(press(`${SESSIONS} .row .button:last-child`), until(".notice")),
  ],
  ["Delete?", account(), opened(press(`${DELETE} .button`), until("dialog[open]"))],
  ["Deleting", account(), opened(press(`${DELETE} .button`), press("dialog[open] .button-primary"))],
]);
