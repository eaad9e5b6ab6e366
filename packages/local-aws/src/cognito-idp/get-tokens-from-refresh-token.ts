import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { text } from "../http/model.ts";
import { checkClient, parseInput } from "./input.ts";
import { refresh } from "./refresh.ts";
import { accessToken, clientId, clientSecret, parameters } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({
  RefreshToken: accessToken,
  ClientId: clientId,
  ClientSecret: optional(clientSecret),
  DeviceKey: optional(text({ min: 1, max: 55, pattern: "[\\w-]+_[0-9a-f-]+" })),
  ClientMetadata: optional(parameters),
});

/**
 * The refresh of newer clients, Amplify 6 among them; the only one where refresh tokens are rotated, and then with a new
 * refresh token in place of the one that was given.
 */
export const getTokensFromRefreshToken =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { RefreshToken, ClientId } = parseInput(input, body);
    checkClient(pool, ClientId);
    const { session, tokens } = await refresh(pool, RefreshToken);
    if (pool.settings.client !== "rotating") return { AuthenticationResult: tokens };
    return { AuthenticationResult: { ...tokens, RefreshToken: pool.sessions.rotate(session) } };
  };
