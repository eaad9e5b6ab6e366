import type { Clocks } from "@lectern/primitives";
import type { AwsCredentials } from "../credentials.ts";
import { createExpiringValue, type ExpiringValue } from "../expiring-value.ts";
import type { SpeakerAuthConfiguration } from "./environment.ts";
import { identityPoolError, isNotAuthorized } from "./identity-pool-errors.ts";
import type { Session } from "./session/session.ts";

type Pool = () => Promise<AwsCredentials>;

/** The signed-in speaker's AWS credentials. The SDK behind them is loaded when they are first needed. */
export function createSpeakerCredentials(
  configuration: SpeakerAuthConfiguration,
  session: Session,
  clocks: Clocks,
): ExpiringValue<AwsCredentials> {
  let pool: Pool | null = null;

  async function ask(): Promise<AwsCredentials> {
    const { createIdentityPool } = await import("./identity-pool.ts");
    pool ??= createIdentityPool(configuration, async () => (await session.current()).idToken);
    return pool();
  }

  const cached = createExpiringValue(clocks, async () => {
    try {
      await session.current();
      const value = await ask().catch(async (error: unknown) => {
        if (!isNotAuthorized(error)) throw error;
        // Either the session was ended elsewhere, which the refresh finds out, or the identity was deleted: a new one is asked for.
        pool = null;
        await session.refresh();
        return ask();
      });
      return { value, goodForMs: value.expiration.getTime() - session.serverNow() };
    } catch (error) {
      pool = null;
      throw identityPoolError(error);
    }
  });

  return {
    get: cached.get,
    forget() {
      pool = null;
      cached.forget();
    },
  };
}
