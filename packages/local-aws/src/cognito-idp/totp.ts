import { generateSecret, generateSync } from "otplib";

const STEP_SECONDS = 30;

/** A key for an authenticator app: 32 bytes in base32. */
export const newSecret = (): string => generateSecret({ length: 32 });

/** RFC 6238 with SHA-1, six digits, 30 seconds. */
export const totpAt = (secret: string, step: number): string => generateSync({ secret, epoch: step * STEP_SECONDS });

/** The time step the code belongs to: this one, or a neighbour (clocks differ). */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  const current = Math.floor(now / 1000 / STEP_SECONDS);
  return [current, current - 1, current + 1].find((step) => totpAt(secret, step) === code.trim());
}
