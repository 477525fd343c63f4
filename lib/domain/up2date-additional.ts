import { type Day, dayNumberOf, monthNumberOf } from "./dates";
import { type Cents, share, toCents } from "./money";
import type { SystemHoldings } from "./prerequisites-rules";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { addedPrice, articleSteps } from "./system-price";
import type { SystemAtList } from "./up2date";

export interface AdditionalOffer {
  readonly sku: string;
  readonly remainingMonths: number;
  readonly basisCents: Cents;
  readonly amountCents: Cents;
  readonly assumptions: readonly Reason[];
  readonly derivation: readonly Reason[];
}

/**
 * Maintenance for licences added while it runs: percent a year of the running term times months left over twelve times their list price,
 * each article at its own, half a cent up. Months left count the month of purchase and every month up to the end's.
 * Refused: `up2date-not-running`, and what `addedPrice` refuses. Source: price list, "Up2Date – Additional Licences".
 */
export function additionalUp2Date(
  at: Omit<SystemAtList, "system"> & { readonly add: SystemHoldings },
  basisPointsPerYear: number,
  purchasedOn: Day,
  currentEnd: Day,
): AdditionalOffer | Refusal {
  const { up2date } = at;
  const purchased = dayNumberOf(purchasedOn);
  const end = dayNumberOf(currentEnd);
  if (purchased > end) return refuse("up2date-not-running", { purchasedOn, currentEnd }, "purchasedOn");
  const remainingMonths = monthNumberOf(end) - monthNumberOf(purchased) + 1;
  const price = addedPrice(at.prerequisites, at.add, at.prices);
  if (isRefusal(price)) return price;
  const { basisCents } = price;
  const amountCents = toCents(share(basisCents, basisPointsPerYear * remainingMonths, 12 * 10_000));
  if (isRefusal(amountCents)) return amountCents;
  const source = { document: up2date.document, clause: up2date.additional.clause };
  const percent = basisPointsPerYear / 100;
  return {
    sku: up2date.additional.sku,
    remainingMonths,
    basisCents,
    amountCents,
    assumptions: [
      { code: "percent-of-running-term", params: {}, source },
      { code: "months-include-purchase-month", params: {}, source },
    ],
    derivation: [
      ...articleSteps(price),
      { code: "months-left", params: { purchasedOn, currentEnd, remainingMonths }, source },
      { code: "percent-for-months-left", params: { percent, remainingMonths, basisCents, amountCents }, source },
    ],
  };
}
