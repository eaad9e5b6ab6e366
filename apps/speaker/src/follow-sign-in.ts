import type { AuthState } from "@lectern/auth/speaker";

interface Signed {
  getState(): AuthState;
  subscribe(listener: () => void): () => void;
}

/** Opens what a signed-in speaker needs and closes it when they leave; a change of speaker does both. */
export function followSignIn(auth: Signed, commands: { open(): void; close(): void }): void {
  let speaker: string | null = null;
  const follow = () => {
    const state = auth.getState();
    const now = state.status === "signed-in" ? state.sub : null;
    if (now === speaker) return;
    if (speaker !== null) commands.close();
    speaker = now;
    if (now !== null) commands.open();
  };
  auth.subscribe(follow);
  follow();
}
