import type { PriceList } from "./catalog";
import type { Day } from "./dates";
import { oneTimeUpgrade } from "./one-time-upgrade";
import { type OwnPrices, type QuoteLine, quote, type Totals } from "./pricing";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";
import type { SavingDraft } from "./savings";
import { renewUp2Date } from "./up2date";

/**
 * What the calculator answers to a draft of a saving, with the reseller's own list prices. `price`: lines and totals, whole cents, null is
 * unknown. The other two come to one amount, in `amountCents`, for `years` years or once (null).
 */
export type DraftAnswer =
  | { readonly op: "price"; readonly lines: readonly QuoteLine[]; readonly totals: Totals }
  | {
      readonly op: "up2date" | "one-time-upgrade";
      readonly amountCents: number;
      readonly basisCents: number;
      /** Of the basis: a year, or once. */
      readonly basisPoints: number;
      readonly years: number | null;
      readonly startsOn: Day | null;
      readonly endsOn: Day | null;
      readonly derivation: readonly Reason[];
    };

/** The answer to a draft from its own price list. Refused as the calculator refuses; a draft of `savingsOf` never is on its day. */
export function answerToDraft(list: PriceList, draft: SavingDraft, own?: OwnPrices): DraftAnswer | Refusal {
  if (draft.op === "price") {
    const answer = quote(list, draft.items, own);
    return isRefusal(answer) ? answer : { op: "price", lines: answer.lines, totals: answer.totals };
  }
  const { prerequisites, up2date } = list;
  if (prerequisites === undefined || up2date === undefined) {
    return refuse("vendor-without-prices", { product: list.productName }, "vendor");
  }
  const { system, priceListCents: prices } = draft;
  if (draft.op === "one-time-upgrade") {
    const offer = oneTimeUpgrade(prerequisites, up2date, draft.fromRelease, system, prices);
    if (isRefusal(offer)) return offer;
    const { amountCents, basisCents, basisPoints, derivation } = offer;
    return {
      op: draft.op,
      amountCents,
      basisCents,
      basisPoints,
      years: null,
      startsOn: null,
      endsOn: null,
      derivation,
    };
  }
  const at = { prerequisites, up2date, system, prices };
  const offer = renewUp2Date(at, draft.years, draft.asOf, draft.currentEnd);
  if (isRefusal(offer)) return offer;
  const { amountCents, basisCents, basisPointsPerYear: basisPoints, years, startsOn, endsOn, derivation } = offer;
  return { op: draft.op, amountCents, basisCents, basisPoints, years, startsOn, endsOn, derivation };
}
