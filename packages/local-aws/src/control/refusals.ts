import { AwsError, type Service, type Upgrade } from "../http/service.ts";

/** How often the stand-in said no, by reason: `<service>:<AWS error type>`, or `<service>:<what was dropped in silence>`. */
export interface Refusals {
  count(reason: string): void;
  byReason(): Readonly<Record<string, number>>;
}

export function createRefusals(): Refusals {
  const counts = new Map<string, number>();
  return {
    count: (reason) => void counts.set(reason, (counts.get(reason) ?? 0) + 1),
    byReason: () => Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))),
  };
}

/** The same service; every AwsError it throws or refuses an upgrade with is counted. */
export function countRefusals(service: Service, refusals: Refusals): Service {
  const counted = (handle: (upgrade: Upgrade) => void) => (upgrade: Upgrade) =>
    handle({
      ...upgrade,
      refuse(reason) {
        refusals.count(`${service.name}:${reason instanceof AwsError ? reason.type : reason.status}`);
        upgrade.refuse(reason);
      },
    });
  const upgrades = Object.entries(service.upgrades ?? {}).map(([prefix, handle]) => [prefix, counted(handle)] as const);
  return {
    ...service,
    upgrades: Object.fromEntries(upgrades),
    async handle(request) {
      try {
        return await service.handle(request);
      } catch (error) {
        if (error instanceof AwsError) refusals.count(`${service.name}:${error.type}`);
        throw error;
      }
    },
  };
}
