import type { Day } from "@/lib/domain/dates";
import { byEuroAYear, type SavingKind } from "@/lib/domain/savings";
import { cursorOf, isId, readCursor } from "./ids";
import type { Portfolio, PortfolioFilter } from "./portfolio";
import type { PortfolioSaving } from "./portfolio-reckoner";
import { portfolioSavings } from "./portfolio-savings";

export interface SavingsRequest extends PortfolioFilter {
  readonly kind?: SavingKind | undefined;
}

/** Whether anything can match: an id that is none belongs to nobody. */
export function isAskable({ customerId, clerkId }: PortfolioFilter): boolean {
  return [customerId, clerkId].every((id) => id === undefined || isId(id));
}

/** All savings of a portfolio with what may hide one, and those of the kind asked for: most euro a year first, then what costs least once; of equal ones by customer. */
export function savingsInOrder(portfolio: Portfolio, kind: SavingKind | undefined, today: Day) {
  const { savings: all, gaps } = portfolioSavings(portfolio, today);
  const listed = kind === undefined ? [...all] : all.filter(({ saving }) => saving.kind === kind);
  listed.sort((left, right) => compare(portfolio, left, right));
  return { all, listed, gaps };
}

type Placed = Pick<PortfolioSaving, "key" | "customerId"> & {
  readonly saving: Pick<PortfolioSaving["saving"], "yearlyCents" | "onceCents">;
};

function compare({ placeOf }: Portfolio, left: Placed, right: Placed): number {
  return (
    byEuroAYear(left.saving, right.saving) ||
    (placeOf.get(left.customerId) ?? 0) - (placeOf.get(right.customerId) ?? 0) ||
    (left.key < right.key ? -1 : left.key > right.key ? 1 : 0)
  );
}

/** Where the next page begins. */
export function cursorAfter({ key, customerId, saving }: PortfolioSaving): string {
  return cursorOf(JSON.stringify([saving.yearlyCents, saving.onceCents, key]), customerId);
}

/** The index after the cursor's row, also where that row is gone by now; the start for a cursor that was not made here. */
export function indexAfter(
  cursor: string | undefined,
  listed: readonly PortfolioSaving[],
  portfolio: Portfolio,
): number {
  const read = readCursor(cursor);
  if (read === null) return 0;
  try {
    const [yearlyCents, onceCents, key] = JSON.parse(read.key) as unknown[];
    if (typeof yearlyCents !== "number" || typeof onceCents !== "number" || typeof key !== "string") return 0;
    const last = { key, customerId: read.id, saving: { yearlyCents, onceCents } };
    const next = listed.findIndex((found) => compare(portfolio, found, last) > 0);
    return next < 0 ? listed.length : next;
  } catch {
    return 0;
  }
}
