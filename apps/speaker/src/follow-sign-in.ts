import type { AuthState } from "@lectern/auth/speaker";

interface Signed {
  getState(): AuthState;
  subscribe(listener: () => void): () => void;
}

interface Commands {
  open(): void;
  close(): void;
  isOnAir(): boolean;
}

/**
 * Opens what a signed-in speaker needs and closes it when they leave; a change of speaker does both. A sign-in that ends by
 * itself, or in another tab, takes nobody off the air: who speaks goes on, and signs in again when they can.
 */
export function followSignIn(auth: Signed, commands: Commands): void {
  let speaker: string | null = null;
  const follow = () => {
    const state = auth.getState();
    const endedHere = state.status === "signed-out" && state.reason === "signed-out";
    if (state.status === "signed-out" && !endedHere && speaker !== null && commands.isOnAir()) return;
    const now = state.status === "signed-in" ? state.sub : null;
    if (now === speaker) return;
    if (speaker !== null) commands.close();
    speaker = now;
    if (now !== null) commands.open();
  };
  auth.subscribe(follow);
  follow();
}
