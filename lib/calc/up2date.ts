import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { type FirstDay, newUp2Date, reenterUp2Date, renewUp2Date, type Up2DateOffer } from "@/lib/domain/up2date";
import type { Fields } from "./fields";
import { type Operation, type Outcome, said } from "./operation";
import { prerequisites, readHoldings, readPrices, readRelease, up2date } from "./systems";

const cases = ["new", "renewal", "reentry"] as const;
type Case = (typeof cases)[number];

/** The fields that only some cases have a use for; `system`, `priceListCents` and `years` belong to all. */
const fieldsOf: Readonly<Record<Case, readonly string[]>> = {
  new: ["startsOn", "licenceRetrievedOn", "invoicedOn"],
  renewal: ["asOf", "currentEnd"],
  reentry: ["startsOn", "licenceRetrievedOn", "invoicedOn", "asOf", "fromRelease"],
};
const someCases = [...new Set(Object.values(fieldsOf).flat())];
const years = up2date.terms.map((term) => term.years);

/** `up2date`: what maintenance of a whole system costs for 1 to 5 years, and from when to when it runs. */
export const up2dateOperation: Operation = {
  fields: ["case", "system", "priceListCents", "years", ...someCases],
  answer(request) {
    const kind = request.oneOf("case", cases);
    if (request.fault) return request.fault;
    const useful = fieldsOf[kind];
    for (const name of someCases) {
      if (!useful.includes(name))
        request.absent(name, "field-of-another-case", { field: name, case: kind, useful: useful.join(", ") });
    }
    const at = { prerequisites, up2date, system: readHoldings(request, "system", 0), prices: readPrices(request) };
    const chosenYears = request.whole("years", Math.min(...years), Math.max(...years));
    switch (kind) {
      case "new": {
        const first = readFirstDay(request);
        return request.fault ?? answered(newUp2Date(at, chosenYears, first));
      }
      case "renewal": {
        const asOf = request.day("asOf");
        const currentEnd = request.day("currentEnd");
        return request.fault ?? answered(renewUp2Date(at, chosenYears, asOf, currentEnd));
      }
      case "reentry": {
        const asOf = request.day("asOf");
        const fromRelease = readRelease(request);
        const first = readFirstDay(request);
        if (request.fault) return request.fault;
        const offer = reenterUp2Date(at, chosenYears, asOf, fromRelease, first);
        if (isRefusal(offer)) return offer;
        const { sku, amountCents, basisPoints, derivation } = offer.oneTimeUpgrade;
        const percent = derivation.filter((step) => step.code === "percent-of-system");
        return {
          ...shown(offer, [...offer.derivation, ...percent]),
          oneTimeUpgradeCents: amountCents,
          oneTimeUpgradePercent: basisPoints / 100,
          oneTimeUpgradeSku: sku,
        };
      }
    }
  },
};

/** `startsOn`, or `invoicedOn` with `licenceRetrievedOn` once the licence is retrieved; never both. */
function readFirstDay(request: Fields): FirstDay {
  if (request.has("startsOn")) {
    for (const name of ["invoicedOn", "licenceRetrievedOn"]) request.absent(name, "first-day-twice", { field: name });
    return { kind: "agreed", startsOn: request.day("startsOn") };
  }
  const licenceRetrievedOn = request.optionalDay("licenceRetrievedOn") ?? null;
  if (!request.has("invoicedOn")) {
    request.fail(refuse("first-day-missing", {}, licenceRetrievedOn === null ? "startsOn" : "invoicedOn"));
  }
  return { kind: "from-invoice", invoicedOn: request.optionalDay("invoicedOn") ?? "", licenceRetrievedOn };
}

function answered(offer: Up2DateOffer | Refusal): Outcome {
  return isRefusal(offer) ? offer : shown(offer, offer.derivation);
}

function shown(offer: Up2DateOffer, derivation: Up2DateOffer["derivation"]) {
  return {
    ok: true,
    sku: offer.sku,
    basisCents: offer.basisCents,
    percentPerYear: offer.basisPointsPerYear / 100,
    amountCents: offer.amountCents,
    startsOn: offer.startsOn,
    endsOn: offer.endsOn,
    assumptions: said(offer.assumptions),
    hints: said(offer.hints),
    explanation: said(derivation),
  };
}
