import { isRefusal, refuse } from "@/lib/domain/refusal";
import { additionalUp2Date } from "@/lib/domain/up2date-additional";
import { type Operation, said } from "./operation";
import { prerequisites, readHoldings, readPrices, up2date } from "./systems";

const percents = up2date.terms.map((term) => term.basisPointsPerYear / 100);

/** `up2date-additional`: what it costs to take licences, bought while Up2Date runs, into it until its end. */
export const up2dateAdditional: Operation = {
  fields: ["add", "priceListCents", "percentPerYear", "purchasedOn", "currentEnd"],
  answer(request) {
    const add = readHoldings(request, "add", 1);
    const prices = readPrices(request);
    const percentPerYear = request.whole("percentPerYear", Math.min(...percents), Math.max(...percents));
    const purchasedOn = request.day("purchasedOn");
    const currentEnd = request.day("currentEnd");
    if (request.fault) return request.fault;
    if (Object.keys(add).length === 0) return refuse("nothing-added", {}, "add");
    const offer = additionalUp2Date(
      { prerequisites, up2date, add, prices },
      percentPerYear * 100,
      purchasedOn,
      currentEnd,
    );
    if (isRefusal(offer)) return offer;
    return {
      ok: true,
      sku: offer.sku,
      remainingMonths: offer.remainingMonths,
      basisCents: offer.basisCents,
      amountCents: offer.amountCents,
      assumptions: said(offer.assumptions),
      hints: [],
      explanation: said(offer.derivation),
    };
  },
};
