import type { Configuration } from "@lectern/auth/configuration";
import { explain, readConfiguration } from "../deployment/configuration.ts";
import { checkChannel } from "./channel.ts";
import { type Check, type Finding, notChecked, ok, wrong } from "./finding.ts";
import { createIdentityPool } from "./identity-pool.ts";
import { checkHttpApi, checkWebSocketApi } from "./session-api.ts";
import { type Account, checkSignIn } from "./sign-in.ts";
import { checkAppClient, checkRefresh, checkUserPool } from "./user-pool.ts";

const OF_A_CHANNEL: readonly Check[] = ["speaker-channel", "guest-channel", "guest-limits", "speaker-limits"];
const OF_A_SPEAKER: readonly Check[] = ["sign-in", "speaker-role", ...OF_A_CHANNEL];

/**
 * Checks a configuration (the VITE_ variables) by public endpoints and, given a speaker's account, by signing in. The only
 * thing it changes is a session of that account, which it creates and deletes.
 */
export async function examine(variables: Readonly<Record<string, unknown>>, account?: Account): Promise<Finding[]> {
  const parsed = readConfiguration(variables);
  if (!parsed.ok) {
    return parsed.problems.map(explain).map(({ says, mend }) => wrong("configuration", says, mend));
  }
  const { configuration } = parsed;
  const pool = createIdentityPool(configuration);
  const [userPool, appClient, refresh, guests, httpApi, webSocketApi] = await Promise.all([
    checkUserPool(configuration),
    checkAppClient(configuration),
    checkRefresh(configuration),
    pool.checkGuests(),
    checkHttpApi(configuration),
    checkWebSocketApi(configuration),
  ]);
  const outside = [
    ok("configuration", "Every variable is there and looks as it should."),
    userPool,
    appClient,
    // When the client does not exist, both checks would say so.
    ...(appClient.verdict === "wrong" && refresh.verdict === "wrong" ? [] : [refresh]),
    ...guests.findings,
    ...httpApi.findings,
    webSocketApi,
  ];
  const inside = await examineInside(configuration, account, outside, {
    pool,
    guest: guests.credentials,
    offsetMs: httpApi.offsetMs,
  });
  return [...outside, ...inside];
}

interface Known {
  pool: ReturnType<typeof createIdentityPool>;
  guest: Awaited<ReturnType<ReturnType<typeof createIdentityPool>["checkGuests"]>>["credentials"];
  offsetMs: number;
}

async function examineInside(
  configuration: Configuration,
  account: Account | undefined,
  outside: readonly Finding[],
  { pool, guest, offsetMs }: Known,
): Promise<Finding[]> {
  const none = (checks: readonly Check[], says: string) => checks.map((check) => notChecked(check, says));
  const isWrong = (...checks: Check[]) =>
    outside.some(({ check, verdict }) => checks.includes(check) && verdict === "wrong");
  if (account === undefined) return none(OF_A_SPEAKER, "It takes a speaker's account: --email ADDRESS.");
  if (isWrong("user-pool", "app-client")) return none(OF_A_SPEAKER, "Nobody can sign in.");

  const { finding, tokens } = await checkSignIn(configuration, account);
  if (!tokens) return [finding, ...none(["speaker-role", ...OF_A_CHANNEL], "Nobody is signed in.")];
  if (isWrong("identity-pool"))
    return [finding, ...none(["speaker-role", ...OF_A_CHANNEL], "No Identity Pool answered.")];
  const { finding: role, credentials: speaker } = await pool.checkSpeaker(tokens.idToken);
  if (!speaker) return [finding, role, ...none(OF_A_CHANNEL, "There are no credentials to ask with.")];
  if (isWrong("http-api", "web-socket-api"))
    return [
      finding,
      role,
      ...none(OF_A_CHANNEL, "The session API, which makes the channel, did not answer as it should."),
    ];
  const serverNow = () => Date.now() + offsetMs;
  return [finding, role, ...(await checkChannel({ configuration, tokens, speaker, guest, serverNow }))];
}
