/** One question for the other page's time, and its answer. */
export interface ClockExchange {
  /** When it was asked and answered, by this page's clock, ms. */
  askedAt: number;
  answeredAt: number;
  /** What the other page's clock said in between, ms. */
  at: number;
}

/** What the exchanges say of the two clocks. */
export interface ClockDifference {
  /** How far the other page's clock is ahead of this one's, ms; wrong by half the round trip at most. */
  aheadMs: number;
  roundTripMs: number;
}

export interface ClockComparison {
  add(exchange: ClockExchange): void;
  /** By the quickest of the last exchanges: the less time one took, the less of it can be uneven. null before the first. */
  difference(): ClockDifference | null;
}

/** At one a second: long enough to meet a quiet moment of the network, short enough for clocks that drift or slept. */
const KEPT = 16;

/** As NTP does it (RFC 5905, §10): among several exchanges the one with the shortest round trip is believed. */
export function createClockComparison(): ClockComparison {
  let last: ClockDifference[] = [];
  return {
    add({ askedAt, answeredAt, at }) {
      const roundTripMs = answeredAt - askedAt;
      if (roundTripMs < 0) return;
      last = [...last.slice(1 - KEPT), { aheadMs: at - (askedAt + answeredAt) / 2, roundTripMs }];
    },
    difference: () =>
      last.reduce<ClockDifference | null>(
        (best, each) => (best && best.roundTripMs <= each.roundTripMs ? best : each),
        null,
      ),
  };
}
