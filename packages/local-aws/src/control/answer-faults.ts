import { setTimeout as delay } from "node:timers/promises";
import * as v from "valibot";
import { AwsError, Dropped, type Service, type Upgrade } from "../http/service.ts";
import { ACCOUNT } from "../identifiers.ts";
import { limitExceeded } from "../kinesis-video/operation.ts";

const SERVICES = [
  "cognito-idp",
  "cognito-identity",
  "sts",
  "kinesisvideo",
  "signaling",
  "http-api",
  "web-socket-api",
  /** Messages on sockets of the WebSocket API that are open: an invocation each. */
  "web-socket-message",
  "dynamodb",
] as const;
type ServiceName = (typeof SERVICES)[number];

/** A service answers badly from now on: with its 5xx, its throttling, late, never, or by a reset connection. */
export const answerFaultSchema = v.strictObject({
  fault: v.literal("answer"),
  /** "all": every one of them, never the control API. */
  service: v.picklist([...SERVICES, "all"]),
  how: v.picklist(["error", "throttle", "delay", "hang", "refuse"]),
  /** Well again after so many answers. Default: only when cleared. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  /** For "delay". Default 1000. */
  delayMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60_000)), 1000),
});
type AnswerFault = v.InferOutput<typeof answerFaultSchema>;

/** Throttling as each service words it. */
const throttling = (name: ServiceName): AwsError => {
  switch (name) {
    case "cognito-idp":
    case "cognito-identity":
      return new AwsError("TooManyRequestsException", "Rate exceeded", 400);
    case "kinesisvideo":
    case "signaling":
      return limitExceeded(name === "signaling" ? "GetIceServerConfig" : "DescribeSignalingChannel", ACCOUNT);
    case "sts":
      return new AwsError("Throttling", "Rate exceeded", 400);
    case "dynamodb":
      return new AwsError("ThrottlingException", "Rate exceeded", 400);
    case "http-api":
    case "web-socket-api":
    case "web-socket-message":
      return new AwsError("TooManyRequests", "Too Many Requests", 429);
  }
};

/** Faults in how services answer, in force until cleared. */
export interface AnswerFaults {
  add(fault: AnswerFault): void;
  /** All is well again; what hung is dropped. */
  clear(): void;
  /** Resolves when the service may answer. @throws AwsError, or Dropped: the connection is reset. */
  pass(service: string): Promise<void>;
}

export function createAnswerFaults(): AnswerFaults {
  const faults = new Map<string, AnswerFault>();
  /** Ends what hangs. */
  const hanging = new Set<() => void>();
  /** The fault that this answer is to have. */
  const faultOf = (name: ServiceName): AnswerFault | undefined => {
    const own = faults.get(name) ?? (name === "web-socket-message" ? faults.get("web-socket-api") : undefined);
    const fault = own ?? faults.get("all");
    if (fault?.times === 1) faults.delete(fault.service);
    else if (fault?.times !== undefined) faults.set(fault.service, { ...fault, times: fault.times - 1 });
    return fault;
  };
  const isKnown = (name: string): name is ServiceName => SERVICES.some((service) => service === name);

  return {
    add: (fault) => void faults.set(fault.service, fault),
    clear() {
      faults.clear();
      for (const end of hanging) end();
      hanging.clear();
    },
    async pass(service) {
      const name = service === "jwks" ? "cognito-idp" : service;
      if (!isKnown(name)) return;
      const fault = faultOf(name);
      switch (fault?.how) {
        case undefined:
          return;
        case "error":
          throw new AwsError("ServiceUnavailable", "Service Unavailable", 503);
        case "throttle":
          throw throttling(name);
        case "delay":
          return delay(fault.delayMs);
        case "hang":
          await new Promise<void>((resolve) => hanging.add(resolve));
          throw new Dropped();
        case "refuse":
          throw new Dropped();
      }
    },
  };
}

/** The same service, which answers as badly as it is told to. */
export function withAnswerFaults(service: Service, answerFaults: AnswerFaults): Service {
  const guard = (handle: (upgrade: Upgrade) => void | Promise<void>) => async (upgrade: Upgrade) => {
    try {
      await answerFaults.pass(service.name);
    } catch (error) {
      if (error instanceof AwsError) upgrade.refuse(error);
      else upgrade.socket.destroy();
      return;
    }
    await handle(upgrade);
  };
  const upgrades = Object.entries(service.upgrades ?? {}).map(([prefix, handle]) => [prefix, guard(handle)]);
  return {
    ...service,
    upgrades: Object.fromEntries(upgrades),
    async handle(request) {
      await answerFaults.pass(service.name);
      return service.handle(request);
    },
  };
}
