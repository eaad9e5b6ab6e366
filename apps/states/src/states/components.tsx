import { SoundTestRow, type SoundTestRowProps } from "@lectern/speaker/screens";
import {
  AddressField,
  Button,
  Checkbox,
  Checklist,
  Choice,
  CodeField,
  ConfirmDialog,
  CopyLink,
  CopyReport,
  Disclosure,
  Elapsed,
  LevelMeter,
  Notice,
  Page,
  PasswordField,
  QrCode,
  RoundControl,
  SelectField,
  Sign,
  Skeleton,
  Slider,
  Status,
  StatusMark,
  TextField,
  Title,
} from "@lectern/ui";
import type { ReactNode } from "react";
import { nothing, voice } from "../fixtures/readable.ts";
import { titles } from "../fixtures/titles.ts";
import { group, type StateEntry } from "../state.ts";
import { clipboard, press, unfold } from "../steps.ts";

const long = "A label that says rather more than a label should, as labels in other languages do";

/** One component, each of its variants under a heading. */
const sheet = (name: string, variants: Record<string, ReactNode>, more: StateEntry[2] = {}): StateEntry => [
  name,
  () => (
    <Page state="component" documentTitle={name}>
      <h1>{name}</h1>
      {Object.entries(variants).map(([variant, drawn]) => (
        <section key={variant} className="stack-tight">
          <h2 className="soft">{variant}</h2>
          {drawn}
        </section>
      ))}
    </Page>
  ),
  more,
];

const modules = Array.from({ length: 25 }, (_, y) => Array.from({ length: 25 }, (_, x) => (x * y + x) % 3 === 0));
const options = [
  { value: "voice", label: "Voice", hint: "Your words come through clear; hum, echo and the room stay out." },
  { value: "music", label: "Music", hint: "Every note as it is, in stereo, and the room with it. Use headphones." },
] as const;
const round = { label: "Listen", shape: "play", tone: "rest", read: null, onPress: nothing } as const;
const soundTest = (state: SoundTestRowProps["state"]) => (
  <SoundTestRow state={state} disabled={false} start={nothing} stop={nothing} />
);
const noField = { value: "", onChange: nothing };

export const components = group("Components", "ui", "ui", [
  sheet("Button", {
    Quiet: <Button>Rename</Button>,
    Primary: <Button tone="primary">Go live</Button>,
    Plain: <Button tone="plain">Forgot your password?</Button>,
    Large: <Button large>Pause</Button>,
    "Large, wide, primary": (
      <Button tone="primary" large wide>
        Mute
      </Button>
    ),
    Disabled: <Button disabled>Pause</Button>,
    "Disabled, primary": (
      <Button tone="primary" large disabled>
        Go live
      </Button>
    ),
    Busy: <Button aria-disabled>Saving…</Button>,
    Long: <Button>{long}</Button>,
  }),
  sheet("Text field", {
    Empty: <TextField label="Email" {...noField} />,
    Hint: <TextField label="Session code" hint="Usually four words." {...noField} />,
    Problem: <TextField label="Session code" problem="That is not a code." value="?!" onChange={nothing} />,
    Title: <TextField label="Title" asTitle value={titles.long} onChange={nothing} />,
    "Title with a problem": <TextField label="Title" asTitle problem="Give your talk a title." {...noField} />,
    Disabled: <TextField label="Title" disabled {...noField} />,
    Address: <AddressField label="Email" autoComplete="email" value="ada@müller.example" onChange={nothing} />,
    Code: <CodeField label="Code" value="123456" onChange={nothing} />,
    Password: <PasswordField label="Password" autoComplete="current-password" value="secret" onChange={nothing} />,
    Long: <TextField label={long} hint={long} {...noField} />,
  }),
  sheet("Choice", {
    "Radio buttons": <Choice label="Sound" options={options} value="voice" onChange={nothing} />,
    "Radio buttons, disabled": <Choice label="Sound" options={options} value="music" onChange={nothing} disabled />,
    "Checkbox off": <Checkbox label="Keep me signed in" checked={false} onChange={nothing} />,
    "Checkbox on": (
      <Checkbox label="Keep me signed in" hint="Not on a device that others use." checked onChange={nothing} />
    ),
    "Checkbox, long": <Checkbox label={long} checked onChange={nothing} />,
    Select: <SelectField label="Microphone" options={[{ value: "1", label: long }]} value="1" onChange={nothing} />,
  }),
  sheet("Level meter", {
    Resting: <LevelMeter label="At rest" read={null} />,
    Ink: <LevelMeter label="Ink" read={voice} />,
    "On air, large": <LevelMeter label="On air" read={voice} tone="on-air" large />,
  }),
  sheet("Round control", {
    Rest: <RoundControl {...round} />,
    Armed: <RoundControl {...round} label="Stop" shape="stop" tone="ink" />,
    "On air": <RoundControl {...round} tone="on-air" />,
    Playing: <RoundControl {...round} label="Stop" shape="stop" tone="on-air" read={voice} />,
    Disabled: <RoundControl {...round} disabled />,
  }),
  sheet("Sign and status", {
    Rest: (
      <Sign tone="rest">
        <Status label="At rest">Not on air</Status>
      </Sign>
    ),
    "On air": (
      <Sign tone="on-air">
        <Status label="On air">On air</Status>
        <Elapsed since={0} now={() => 37_754_000} />
      </Sign>
    ),
    Silent: (
      <Sign tone="silent">
        <Status label="Silent">Muted</Status>
        <Elapsed since={0} now={() => 754_000} />
      </Sign>
    ),
    "Mark at rest": (
      <Status label="Mark at rest">
        <StatusMark tone="rest" />
        Waiting for the speaker
      </Status>
    ),
    "Mark on air": (
      <Status label="Mark on air">
        <StatusMark tone="on-air" />
        Live
      </Status>
    ),
    Plain: (
      <Status label="Plain" look="plain">
        Four hear you
      </Status>
    ),
  }),
  sheet("Title", {
    Usual: <Title>{titles.usual}</Title>,
    Long: <Title>{titles.long}</Title>,
    "One word": <Title>{titles.oneWord}</Title>,
    Steady: <Title steady>{titles.short}</Title>,
    Arabic: <Title>{titles.arabic}</Title>,
    Japanese: <Title>{titles.japanese}</Title>,
  }),
  sheet("Notice", {
    Plain: <Notice title="No connection" advice="Check that this device is online, then try again." />,
    "With a button": (
      <Notice title="No microphone was found" advice="Plug one in or choose another, then press Try again.">
        <Button tone="primary">Try again</Button>
      </Notice>
    ),
  }),
  sheet(
    "Disclosure",
    {
      Open: (
        <Disclosure summary="Options">
          <p>What few need.</p>
        </Disclosure>
      ),
      Report: <CopyReport write={() => "listener 0.1.0\n18:00:00 listening looking-up\n18:00:01 listening waiting"} />,
    },
    { steps: [unfold()] },
  ),
  sheet(
    "Report copied",
    { Report: <CopyReport write={() => "18:00:00 listening looking-up"} /> },
    {
      steps: [unfold(), clipboard("refuses"), press(".report + .row .button")],
    },
  ),
  sheet("Link", {
    Short: <CopyLink label="Listener link" href="https://listen.lectern.example/s/acorn-lamp-river-tidy" />,
    Long: (
      <CopyLink label="Another link" href={`https://listen.lectern.example/s/${"acorn-lamp-river-tidy-".repeat(2)}s`} />
    ),
  }),
  sheet("Lists", {
    Checklist: (
      <Checklist
        label="What the password needs"
        items={[
          { label: "10 characters or more", met: true },
          { label: "A capital letter", met: false },
        ]}
      />
    ),
  }),
  sheet("Slider", {
    Half: <Slider label="Volume" value={0.5} onChange={nothing} />,
    Silent: <Slider label="Volume at nothing" value={0} onChange={nothing} />,
  }),
  sheet("Skeleton", {
    Line: <Skeleton />,
    Short: <Skeleton shape="short" />,
    Button: <Skeleton shape="button" />,
    Title: <Title pending>A live talk</Title>,
  }),
  sheet("QR code", { "A code": <QrCode label="QR code" modules={modules} /> }),
  sheet("Sound test", {
    Idle: soundTest("idle"),
    Recording: soundTest("recording"),
    Playing: soundTest("playing"),
    Failed: soundTest("failed"),
  }),
  sheet("Dialog", {
    Open: (
      <ConfirmDialog
        open
        words={{
          title: "End the session?",
          text: "Everyone stops hearing you. The link stays the same: you can go live on it again.",
          no: "Keep talking",
          yes: "End for everyone",
        }}
        onCancel={nothing}
        onConfirm={nothing}
      />
    ),
  }),
]);
