import {
  App,
  BrokenScreen,
  ConfigurationPage,
  FailedPage,
  type FailureCode,
  failureCodes,
  InAppHint,
  ListeningScreens,
  Options,
  type Outputs,
} from "@lectern/listener/screens";
import type { ListeningState } from "@lectern/live/listening";
import { problemsOf } from "../fixtures/configuration.ts";
import { listeningIn, outputsIn } from "../fixtures/listening.ts";
import { nothing } from "../fixtures/readable.ts";
import { titles } from "../fixtures/titles.ts";
import { group, type StateEntry } from "../state.ts";
import { press, submit, type, unfold, until } from "../steps.ts";

const code = "acorn-lamp-river-tidy";
const noOutputs = outputsIn({ status: "none" });

const talk =
  (state: ListeningState, outputs: Outputs = noOutputs) =>
  () => <App talk={{ code, listening: listeningIn(state), outputs }} />;

const inApp = (state: ListeningState, userAgent: string, canPlay: boolean) => () => {
  const listening = listeningIn(state);
  return (
    <ListeningScreens
      listening={listening}
      code={code}
      otherCode={null}
      hint={<InAppHint userAgent={userAgent} canPlay={canPlay} />}
      options={<Options listening={listening} outputs={noOutputs} />}
    />
  );
};

const title = titles.usual;
const heard = { title, muted: false, paused: false };
const ready = { status: "ready", ...heard, needsTap: false, standby: false } as const;
const playing = { status: "playing", ...heard } as const;
const away = { status: "reconnecting", ...heard, armed: true, attempt: 1 } as const;
const noPath = { status: "no-path", title, armed: true } as const;

const failed = (failure: FailureCode) => () => (
  <FailedPage code={failure} cause={null} onRetry={nothing}>
    {null}
  </FailedPage>
);

const outputs = [
  { id: "built-in", label: "Built-in speakers" },
  { id: "headset", label: "Jabra Evolve2 65 Flex Link380a stereo headset (0b0e:24c9)" },
];

export const listener = group("Listener", "listener", "listener", [
  ["Home", () => <App talk={null} />],
  ["Home, nothing typed", () => <App talk={null} />, { steps: [submit()] }],
  ["Home, no code", () => <App talk={null} />, { steps: [type("input", "?!"), submit()] }],
  [
    "Home, a code among other words",
    () => <App talk={null} />,
    {
      steps: [
        type("input", "ac"),
        until(".word-choice button"),
        type("input", "the code is acorn lake river tidy thanks"),
        submit(),
        until(".word-choice [data-code]"),
      ],
    },
  ],
  ["Looking up", talk({ status: "looking-up", armed: false, attempt: 0 })],
  ["Looking up, armed", talk({ status: "looking-up", armed: true, attempt: 0 })],
  ["Unreachable", talk({ status: "looking-up", armed: false, attempt: 4 })],
  ["Unreachable, armed", talk({ status: "looking-up", armed: true, attempt: 4 })],
  ["Waiting", talk({ status: "waiting", title, armed: false })],
  ["Waiting, armed", talk({ status: "waiting", title, armed: true })],
  ["Connecting", talk({ status: "connecting", title, armed: false })],
  ["Connecting, armed", talk({ status: "connecting", title, armed: true })],
  ["Ready", talk(ready)],
  ["Ready, muted", talk({ ...ready, muted: true })],
  ["Ready, paused", talk({ ...ready, paused: true })],
  ["Ready, needs a tap", talk({ ...ready, needsTap: true })],
  ["Ready, standby", talk({ ...ready, standby: true })],
  ["Playing", talk(playing)],
  ["Playing, muted", talk({ ...playing, muted: true })],
  ["Playing, paused", talk({ ...playing, paused: true })],
  ["Playing, turned down", talk(playing), { steps: [type("input[type=range]", "0")] }],
  ["Playing, title short", talk({ ...playing, title: titles.short })],
  ["Playing, title long", talk({ ...playing, title: titles.long })],
  ["Playing, title one word", talk({ ...playing, title: titles.oneWord })],
  ["Playing, title Arabic", talk({ ...playing, title: titles.arabic })],
  ["Playing, title Japanese", talk({ ...playing, title: titles.japanese })],
  ["Reconnecting", talk({ ...away, armed: false })],
  ["Reconnecting, armed", talk(away)],
  ["Reconnecting, third time", talk({ ...away, attempt: 3 })],
  ["No path, sockets blocked", talk({ ...noPath, obstacle: "no-socket" })],
  ["No path, no answer", talk({ ...noPath, obstacle: "no-answer" })],
  ["No path, no route", talk({ ...noPath, obstacle: "no-route" })],
  ["No path, no connection", talk({ ...noPath, obstacle: "no-connection" })],
  ["Full", talk({ status: "full", title, armed: false })],
  ["Full, armed", talk({ status: "full", title, armed: true })],
  ["Ended", talk({ status: "ended", title, reason: "by-speaker" })],
  ["Not found", talk({ status: "not-found", removed: false })],
  ["Not found, removed", talk({ status: "not-found", removed: true })],
  ["Options", talk(playing), { steps: [unfold()] }],
  [
    "Options, outputs",
    talk(playing, outputsIn({ status: "list", outputs, chosenId: "headset" })),
    { steps: [unfold()] },
  ],
  ["Options, picker", talk(playing, outputsIn({ status: "picker", label: "" })), { steps: [unfold()] }],
  ["In an app", inApp(ready, "Instagram", true)],
  ["In an app that cannot play", inApp(ready, "x; wv)", false)],
]);

export const listenerErrors = group("Listener: errors", "listener", "listener", [
  ...failureCodes.map((failure): StateEntry => [`Failed, ${failure}`, failed(failure)]),
  ["Failed, report", failed("network"), { steps: [unfold()] }],
  ["Failed, in an app", inApp({ status: "failed", code: "network", cause: null }, "FBAN/", true)],
  ["Not set up", () => <ConfigurationPage problems={problemsOf("listener")} />],
  ["Not set up, one value", () => <ConfigurationPage problems={problemsOf("listener").slice(0, 1)} />],
  ["Broken", () => <BrokenScreen error={null} />],
  ["Broken, report", () => <BrokenScreen error={null} />, { steps: [press("summary"), until("details[open]")] }],
]);
