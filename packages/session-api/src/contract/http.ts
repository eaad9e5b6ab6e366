import * as v from "valibot";
import { chosenCodeSchema, epochMsSchema, sessionSchema, titleSchema } from "./session.ts";

/** Body of `createSession`, which is answered 201. */
export const createSessionSchema = v.strictObject({ title: titleSchema });

/**
 * Body of `patchSession`; what is absent stays. `status` "live" resumes a paused session and no other. `code`: one that
 * the speaker chose, of at least 12 characters; null: a new random one, so that the old link leads nowhere.
 */
export const patchSessionSchema = v.strictObject({
  title: v.optional(titleSchema),
  status: v.optional(v.picklist(["paused", "live", "ended"])),
  code: v.nullish(chosenCodeSchema),
});

/** Answers `createSession`, `getSession` and `patchSession`. */
export const sessionResponseSchema = v.object({ session: sessionSchema, serverTime: epochMsSchema });

/** Answers `listSessions`: the speaker's own, newest first. */
export const sessionsResponseSchema = v.object({ sessions: v.array(sessionSchema), serverTime: epochMsSchema });

const passwordPolicySchema = v.object({
  minimumLength: v.number(),
  requireLowercase: v.boolean(),
  requireUppercase: v.boolean(),
  requireNumbers: v.boolean(),
  requireSymbols: v.boolean(),
});

/** Answers `getConfig`: settings of a deployment that pages are not built with. */
export const configResponseSchema = v.object({
  signUp: v.picklist(["open", "closed"]),
  passwordPolicy: passwordPolicySchema,
  /** Other identity providers people may sign in with, by their names in the User Pool. */
  providers: v.array(v.string()),
  /** The User Pool's managed login, which leads to them. Absent: there is none. */
  managedLoginUrl: v.optional(v.pipe(v.string(), v.url())),
  /** Whether accounts may, or must, have a second factor. Absent: they may. */
  secondFactor: v.optional(v.picklist(["off", "optional", "required"])),
  /** Whether text messages are sent: a phone number can be verified, and be a second factor. Absent: no. */
  sms: v.optional(v.boolean()),
  version: v.string(),
  serverTime: epochMsSchema,
});

/** Answers `getHealth`. */
export const healthResponseSchema = v.object({ status: v.literal("ok"), serverTime: epochMsSchema });

export type CreateSession = v.InferOutput<typeof createSessionSchema>;
export type PatchSession = v.InferOutput<typeof patchSessionSchema>;
export type ConfigResponse = v.InferOutput<typeof configResponseSchema>;
