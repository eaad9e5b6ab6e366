import { createHash } from "node:crypto";
import type { PreTokenGenerationTriggerEvent } from "aws-lambda";

/**
 * The claim by which a speaker's channels are named and their credentials tagged (design §1.2): the first 32 hex characters
 * of SHA-256(sub). The `sub` itself would let anyone with a seat send the speaker password-reset mails.
 */
export const speakerOf = (sub: string): string => createHash("sha256").update(sub).digest("hex").slice(0, 32);

/**
 * Cognito's pre-token-generation trigger (event version 1): adds the claim `speaker` to the id token; overrides another
 * trigger made before it are kept.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export async function preTokenGeneration(
  event: PreTokenGenerationTriggerEvent,
): Promise<PreTokenGenerationTriggerEvent> {
  const { sub } = event.request.userAttributes;
  if (!sub) throw new Error("no sub among the user's attributes");
  const overrides = event.response?.claimsOverrideDetails;
  return {
    ...event,
    response: {
      ...event.response,
      claimsOverrideDetails: {
        ...overrides,
        claimsToAddOrOverride: { ...overrides?.claimsToAddOrOverride, speaker: speakerOf(sub) },
      },
    },
  };
}
