import { hasCode, isRetryable } from "../errors.ts";
import type { Session } from "./session/session.ts";
import type { SessionCalls } from "./session/session-calls.ts";
import { providerOf, type Tokens } from "./session/tokens.ts";

/** Ends the session here, and what AWS and managed login still have of it. */
export function createSignOut(
  session: Session,
  calls: SessionCalls,
  leaveManagedLogin: (managedLoginUrl: string) => void,
) {
  /** Has managed login forget who came through it. */
  function forgetAt(managedLoginUrl: string | undefined, ended: Tokens | null): void {
    if (ended === null || managedLoginUrl === undefined || providerOf(ended.idToken) === null) return;
    leaveManagedLogin(managedLoginUrl);
  }

  return {
    forgetAt,
    async signOut(managedLoginUrl?: string): Promise<void> {
      const ended = session.end("signed-out");
      if (ended === null) return;
      try {
        await calls.revoke(ended.refreshToken);
      } catch (error) {
        // Signed out here already. Where AWS cannot be reached, managed login's page cannot either.
        if (isRetryable(error)) return;
      }
      forgetAt(managedLoginUrl, ended);
    },
    async signOutEverywhere(managedLoginUrl?: string): Promise<void> {
      const { accessToken } = await session.current();
      await calls.signOutEverywhere(accessToken).catch(async (error: unknown) => {
        if (!hasCode(error, "session-expired")) throw error;
        // Perhaps only the token ended, by a clock we misjudged; where the session is over, the refresh fails.
        await calls.signOutEverywhere((await session.refresh()).accessToken);
      });
      forgetAt(managedLoginUrl, session.end("signed-out"));
    },
  };
}
