import { createFormats } from "@lectern/i18n";
import type { DeniedWhere } from "../../microphone/denied-where.ts";
import type { SoundTest } from "../../microphone/use-sound-test.ts";

const { number } = createFormats("en");

const end = "Then press Try again.";

/** Before going live: which microphone, what for, and what it truly hears. */
export const microphone = {
  page: "Check your microphone and go live",
  giveAway: "Share it now: until you go live, the page waits.",
  label: "Microphone",
  numbered: (which: number) => `Microphone ${number(which)}`,
  system: "The system's microphone",
  level: "Microphone level",
  sound: "Sound",
  voice: { label: "Voice", hint: "Your words come through clear; hum, echo and the room stay out." },
  music: { label: "Music", hint: "Every note as it is, in stereo, and the room with it. Use headphones." },
  asking: "Your browser asks whether this page may use the microphone: allow it.",
  taken: "Your system has taken the microphone, for a call perhaps. It comes back by itself.",
  kept: { title: "The change did not work", advice: (why: string) => `${why}. What worked before goes on.` },
  replaced: {
    title: "Another microphone is in use",
    advice: "The one you chose is not there. It is taken again as soon as it is back.",
  },
  heard: {
    "not-yet": "Say something: the meter should move.",
    heard: "We can hear you.",
    silent: "Nothing comes in. Is this the right microphone? Is it muted on the device?",
    "too-loud": "Too loud: your voice is cut off. Move back a little, or turn the microphone down.",
    unmeasured: "This browser cannot show how loud you are. Ask a listener whether they hear you.",
  },
  test: {
    idle: { action: "Hear yourself", say: "" },
    recording: { action: "Stop", say: "Speak now, for five seconds." },
    playing: { action: "Stop", say: "This is how your listeners would hear you." },
    failed: { action: "Hear yourself", say: "This browser cannot play it back. The meter still tells the truth." },
  } satisfies Record<SoundTest, { action: string; say: string }>,
  /** How to allow a microphone that was blocked. */
  denied: {
    "address-bar-icon": `Tap the icon in the address bar, then Website Settings, and allow the microphone. ${end}`,
    "settings-app": `Open the Settings app, find this browser in the list, and allow the microphone. ${end}`,
    "crossed-out-microphone": `Select the crossed-out microphone beside the address and remove the block. ${end}`,
    "icon-permissions": `Tap the icon beside the address, then Permissions, and allow the microphone. ${end}`,
    "icon-or-system": `Select the icon beside the address and allow the microphone. If it is allowed there, look in your system's privacy settings. ${end}`,
    "safari-menu": `In the menu Safari, choose Settings for This Website, and allow the microphone. ${end}`,
    settings: `Allow the microphone for this page in your browser's settings. ${end}`,
  } satisfies Record<DeniedWhere, string>,
};
