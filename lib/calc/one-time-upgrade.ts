import { oneTimeUpgrade } from "@/lib/domain/one-time-upgrade";
import { isRefusal } from "@/lib/domain/refusal";
import { type Operation, said } from "./operation";
import { prerequisites, readHoldings, readPrices, readRelease, up2date } from "./systems";

/** `one-time-upgrade`: what it costs to bring a whole system of an older release up to the newest. */
export const oneTimeUpgradeOperation: Operation = {
  fields: ["fromRelease", "system", "priceListCents"],
  answer(request) {
    const fromRelease = readRelease(request);
    const system = readHoldings(request, "system", 0);
    const prices = readPrices(request);
    if (request.fault) return request.fault;
    const offer = oneTimeUpgrade(prerequisites, up2date, fromRelease, system, prices);
    if (isRefusal(offer)) return offer;
    return {
      ok: true,
      sku: offer.sku,
      basisCents: offer.basisCents,
      percent: offer.basisPoints / 100,
      amountCents: offer.amountCents,
      assumptions: said(offer.assumptions),
      hints: said(offer.hints),
      explanation: said(offer.derivation),
    };
  },
};
