import * as v from "valibot";
import { codeSchema, epochMsSchema, sessionSchema, titleSchema } from "./session.ts";

/** `POST /sessions` (JWT). Answers 201 `sessionResponseSchema`. */
export const createSessionSchema = v.strictObject({ title: titleSchema });

/**
 * `PATCH /sessions/{code}` (owner): any of them. `status` follows design §4; "live" only resumes a paused session. `code`
 * null: another one is made up, as for a link that came into wrong hands.
 */
export const patchSessionSchema = v.strictObject({
  title: v.optional(titleSchema),
  status: v.optional(v.picklist(["paused", "live", "ended"])),
  code: v.nullish(codeSchema),
});

/** `GET|PATCH /sessions/{code}` and `POST /sessions`. `serverTime` is epoch ms. */
export const sessionResponseSchema = v.object({ session: sessionSchema, serverTime: epochMsSchema });

/** `GET /sessions` (JWT): mine, newest first. */
export const sessionsResponseSchema = v.object({ sessions: v.array(sessionSchema), serverTime: epochMsSchema });

export const passwordPolicySchema = v.object({
  minimumLength: v.number(),
  requireLowercase: v.boolean(),
  requireUppercase: v.boolean(),
  requireNumbers: v.boolean(),
  requireSymbols: v.boolean(),
});

/** `GET /config` (public): what a deployment may change without a rebuild. */
export const configResponseSchema = v.object({
  signUp: v.picklist(["open", "closed"]),
  passwordPolicy: passwordPolicySchema,
  /** Names of the other providers people may sign in with, as the User Pool calls them. */
  providers: v.array(v.string()),
  /** Where the User Pool's managed login is, which leads to them. Absent: nowhere. */
  managedLoginUrl: v.optional(v.pipe(v.string(), v.url())),
  /** Whether accounts may, or must, have a second factor. Absent: they may. */
  secondFactor: v.optional(v.picklist(["off", "optional", "required"])),
  version: v.string(),
  serverTime: epochMsSchema,
});

/** `GET /health` (public). */
export const healthResponseSchema = v.object({ status: v.literal("ok"), serverTime: epochMsSchema });

export type CreateSession = v.InferOutput<typeof createSessionSchema>;
export type PatchSession = v.InferOutput<typeof patchSessionSchema>;
export type SessionResponse = v.InferOutput<typeof sessionResponseSchema>;
export type SessionsResponse = v.InferOutput<typeof sessionsResponseSchema>;
export type ConfigResponse = v.InferOutput<typeof configResponseSchema>;
