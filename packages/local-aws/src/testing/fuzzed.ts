import { roleSession } from "../iam/roles.ts";
import { ACCOUNT } from "../identifiers.ts";
import type { Keys } from "./presign.ts";
import { startTestStand, stillClock, type TestChannel, type TestStand } from "./stand.ts";

/** A stand whose time stands still, a channel of it, and a guest whose keys never end. */
export interface Fuzzed {
  stand: TestStand;
  channel: TestChannel;
  guest: Keys;
}

export async function startFuzzed(): Promise<Fuzzed> {
  const stand = await startTestStand({ clock: stillClock() });
  const { credentials, roles } = stand.deps;
  return {
    stand,
    channel: await stand.createChannel("lectern-local-fuzz-1"),
    guest: credentials.issue(roleSession(roles.guest, ACCOUNT, "fuzz"), Number.POSITIVE_INFINITY),
  };
}
