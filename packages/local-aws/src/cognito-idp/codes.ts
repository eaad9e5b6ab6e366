import { randomInt } from "node:crypto";
import type { Inbox } from "../control/inbox.ts";
import { AwsError, type Clock } from "../http/service.ts";

const HOUR_MS = 3600_000;

/** What a code is for, and how long it is good (reference/aws.md §5). */
const LIFE_MS = { "sign-up": 24 * HOUR_MS, "reset-password": HOUR_MS, email: 24 * HOUR_MS, sms: 3 * 60_000 } as const;
type CodePurpose = keyof typeof LIFE_MS;

const texts: Record<CodePurpose, { subject: string; text: string }> = {
  "sign-up": { subject: "Your verification code", text: "Your confirmation code is" },
  "reset-password": { subject: "Your verification code", text: "Your password reset code is" },
  email: { subject: "Your verification code", text: "Your verification code is" },
  sms: { subject: "", text: "Your authentication code is" },
};

interface CodeDeliveryDetails {
  AttributeName: string;
  DeliveryMedium: "EMAIL" | "SMS";
  /** Masked: `a***@e***`. */
  Destination: string;
}

/** Six digits on their way to somebody. */
export interface Codes {
  /** Sends a new one; the one before it, for the same purpose, is void. */
  send(purpose: CodePurpose, username: string, to: string): CodeDeliveryDetails;
  /** @throws AwsError CodeMismatchException, ExpiredCodeException */
  check(purpose: CodePurpose, username: string, code: string): void;
  /** The same, and uses the code up; a wrong one leaves it good. */
  take(purpose: CodePurpose, username: string, code: string): void;
}

export const codeMismatch = (): AwsError =>
  new AwsError("CodeMismatchException", "Invalid verification code provided, please try again.");
export const codeExpired = (): AwsError =>
  new AwsError("ExpiredCodeException", "Invalid code provided, please request a code again.");

/** The answer that says where a code went, or, for who has no account, would have gone. */
export function deliveryTo(to: string): CodeDeliveryDetails {
  if (to.startsWith("+")) {
    const Destination = `+*******${to.slice(-4)}`;
    return { AttributeName: "phone_number", DeliveryMedium: "SMS", Destination };
  }
  const [name = "", host = name] = to.split("@");
  return { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: `${name.charAt(0)}***@${host.charAt(0)}***` };
}

/** Codes are kept in memory: a restart makes them expired ones. */
export function createCodes(clock: Clock, inbox: Inbox): Codes {
  const kept = new Map<string, { code: string; expiresAt: number }>();
  const keyOf = (purpose: CodePurpose, username: string) => `${purpose} ${username}`;
  const check: Codes["check"] = (purpose, username, code) => {
    const sent = kept.get(keyOf(purpose, username));
    if (sent === undefined || sent.expiresAt <= clock.now()) throw codeExpired();
    if (sent.code !== code.trim()) throw codeMismatch();
  };
  return {
    send(purpose, username, to) {
      const code = String(randomInt(1_000_000)).padStart(6, "0");
      kept.set(keyOf(purpose, username), { code, expiresAt: clock.now() + LIFE_MS[purpose] });
      const { subject, text } = texts[purpose];
      inbox.push({ to, channel: to.startsWith("+") ? "sms" : "email", subject, text: `${text} ${code}`, code });
      return deliveryTo(to);
    },
    check,
    take(purpose, username, code) {
      check(purpose, username, code);
      kept.delete(keyOf(purpose, username));
    },
  };
}
