import type { Cents } from "@/lib/domain/money";
import type { Costs } from "@/lib/domain/next-user-costs";
import type { ColumnView } from "@/lib/use-cases/check-addition";

/** What falls due in the first twelve months: once, twelve times, one year. Null where a part is unknown, or beyond what can be reckoned. */
export function firstYear({ oneOffCents, monthlyCents, yearlyCents }: Costs): Cents | null {
  if (oneOffCents === null || monthlyCents === null || yearlyCents === null) return null;
  const sum = oneOffCents + 12 * monthlyCents + yearlyCents;
  return Number.isSafeInteger(sum) ? sum : null;
}

/** The sums rest on at least one made-up price. */
export function hasSample({ lines }: ColumnView): boolean {
  return lines.some((line) => line.sample);
}
