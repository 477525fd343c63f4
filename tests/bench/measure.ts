/** What a bench asserts: a figure, and whether it is within its limit. */
export interface Line {
  readonly what: string;
  readonly figure: string;
  readonly limit: string;
  readonly isKept: boolean;
}

export interface Bench {
  readonly name: string;
  /**
   * The database is migrated and empty, and `db/tenant.ts` talks to it; `ownerUrl` is for tables to compare with, `appUrl` for processes of
   * their own.
   */
  run(ownerUrl: string, appUrl: string): Promise<Line[]>;
}

/**
 * Runs each contender once per round, in an order that turns with the round, so that a busy moment of the machine hits all of them
 * alike. Two rounds more go before and are not counted. A contender returns what it found, and `isRight` must accept it every time: a
 * bench that is fast because it finds nothing is worth nothing.
 *
 * @returns milliseconds of each round by contender
 */
export async function interleaved<K extends string, T>(
  rounds: number,
  contenders: Readonly<Record<K, () => Promise<T>>>,
  isRight: (found: T, contender: K) => boolean,
): Promise<Record<K, number[]>> {
  const names = Object.keys(contenders) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = -2; round < rounds; round++) {
    const first = (round + 2) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const began = performance.now();
      const found = await contenders[name]();
      const took = performance.now() - began;
      if (!isRight(found, name))
        throw new Error(`${name} found something else than it should: ${JSON.stringify(found)?.slice(0, 200)}`);
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error("No values, no median.");
  return (low + high) / 2;
}

/** `measured` may take `factor` times as long as `base`, or `slackMs` longer: whatever is more. */
export function atMost(
  what: string,
  measured: number,
  base: number,
  limit: { factor: number; slackMs?: number },
): Line {
  const { factor, slackMs = 0 } = limit;
  const figure = `${measured.toFixed(3)} ms, ${(measured / base).toFixed(2)} x of ${base.toFixed(3)} ms`;
  const said = slackMs > 0 ? `${factor} x or ${slackMs} ms more` : `${factor} x`;
  return { what, figure, limit: said, isKept: measured <= base * factor || measured <= base + slackMs };
}
