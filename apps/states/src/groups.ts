import type { State, StateGroup } from "./state.ts";
import { accountStates, talks } from "./states/account.tsx";
import { components } from "./states/components.tsx";
import { listener, listenerErrors } from "./states/listener.tsx";
import { speakerErrors } from "./states/problems.tsx";
import { signingIn } from "./states/sign-in.tsx";
import { afterwards, beforeGoingLive, whileOnAir } from "./states/studio.tsx";

export const groups: readonly StateGroup[] = [
  listener,
  listenerErrors,
  signingIn,
  beforeGoingLive,
  whileOnAir,
  afterwards,
  talks,
  accountStates,
  speakerErrors,
  components,
];

export const states: readonly State[] = groups.flatMap((group) => group.states);
