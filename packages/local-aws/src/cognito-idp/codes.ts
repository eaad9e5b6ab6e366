import { randomInt } from "node:crypto";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@lectern/primitives";
import type { Inbox } from "../control/inbox.ts";
import { createExpiringMap } from "../expiring-map.ts";
import type { Clock } from "../http/service.ts";
import { codeExpired, codeMismatch } from "./exceptions.ts";

/** What a code is for, and how long it is good (Cognito's quotas page). */
const LIFE_MS = {
  "sign-up": DAY_MS,
  "reset-password": HOUR_MS,
  email: DAY_MS,
  phone: DAY_MS,
  sms: 3 * MINUTE_MS,
} as const;
export type CodePurpose = keyof typeof LIFE_MS;

/** Stands for the code in a message, Cognito's and a trigger's. */
export const CODE_PARAMETER = "{####}";

const texts: Record<CodePurpose, MessageWords> = {
  "sign-up": { subject: "Your verification code", text: "Your confirmation code is {####}" },
  "reset-password": { subject: "Your verification code", text: "Your password reset code is {####}" },
  email: { subject: "Your verification code", text: "Your verification code is {####}" },
  phone: { subject: "", text: "Your verification code is {####}" },
  sms: { subject: "", text: "Your authentication code is {####}" },
};

interface CodeDeliveryDetails {
  AttributeName: string;
  DeliveryMedium: "EMAIL" | "SMS";
  /** Masked: `a***@e***`. */
  Destination: string;
}

export interface MessageWords {
  subject: string;
  text: string;
}

/** The six digits that are mailed or texted. */
export interface Codes {
  /** Sends a new one; the one before it, for the same purpose, is void. @param words - with "{####}" for the code; else Cognito's own */
  send(purpose: CodePurpose, username: string, to: string, words?: MessageWords | null): CodeDeliveryDetails;
  /** @throws AwsError CodeMismatchException, ExpiredCodeException */
  check(purpose: CodePurpose, username: string, code: string): void;
  /** The same, and uses the code up; a wrong one leaves it good. */
  take(purpose: CodePurpose, username: string, code: string): void;
}

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
  const codes = createExpiringMap<string>(clock);
  const keyOf = (purpose: CodePurpose, username: string) => `${purpose} ${username}`;
  const check: Codes["check"] = (purpose, username, code) => {
    const sent = codes.get(keyOf(purpose, username));
    if (sent.status !== "found") throw codeExpired();
    if (sent.value !== code.trim()) throw codeMismatch();
  };
  return {
    send(purpose, username, to, words) {
      const code = String(randomInt(1_000_000)).padStart(6, "0");
      codes.set(keyOf(purpose, username), code, LIFE_MS[purpose]);
      const { subject, text } = words ?? texts[purpose];
      inbox.push({
        to,
        channel: to.startsWith("+") ? "sms" : "email",
        subject,
        text: text.replace(CODE_PARAMETER, code),
        code,
      });
      return deliveryTo(to);
    },
    check,
    take(purpose, username, code) {
      check(purpose, username, code);
      codes.delete(keyOf(purpose, username));
    },
  };
}
