import type { Day } from "./dates";
import { share, toCents } from "./money";
import { oneTimeUpgrade } from "./one-time-upgrade";
import type { Reason } from "./reason";
import { isRefusal } from "./refusal";
import type { RunningMaintenance, Saving, SavingChoice, SavingDraft } from "./savings";
import { breakEven, byYear } from "./savings-figures";
import { renewUp2Date, type Up2DateOffer } from "./up2date";

/**
 * Maintenance that may be renewed today for more years than last time, where a year then costs less. The saving is what the longer term
 * costs less than its years at the last term's price, spread over them. Source: price list, "Up2Date 1 Year" to "5 Years".
 */
export function lengthSavings(maintenance: RunningMaintenance, today: Day): Saving[] {
  const last = offerFor(maintenance, maintenance.years, today);
  if (last === null) return [];
  const { terms } = maintenance.at.up2date;
  const [best, ...others] = terms
    .flatMap(({ years }) => {
      const offer = years > last.years ? offerFor(maintenance, years, today) : null;
      return offer === null ? [] : lengthChoice(maintenance, last, offer, today);
    })
    .sort((left, right) => right.yearlyCents - left.yearlyCents);
  if (best === undefined) return [];
  return [
    {
      kind: "maintenance-length",
      contractIds: [maintenance.contractId],
      from: renewalDraft(maintenance, last.years, today),
      ...best,
      alternatives: others,
      assumptions: [...last.assumptions, { code: "saving-list-price-stays", params: {} }],
      hints: [{ code: "saving-paid-in-advance", params: {} }],
    },
  ];
}

function lengthChoice(
  maintenance: RunningMaintenance,
  last: Up2DateOffer,
  longer: Up2DateOffer,
  today: Day,
): SavingChoice[] {
  const { years } = longer;
  const gain = BigInt(last.amountCents) * BigInt(years) - BigInt(longer.amountCents) * BigInt(last.years);
  const yearlyCents = toCents(share(gain, 1, years * last.years));
  if (isRefusal(yearlyCents) || yearlyCents <= 0) return [];
  const params = {
    years: last.years,
    percent: last.basisPointsPerYear / 100,
    amountCents: last.amountCents,
    longerYears: years,
    longerPercent: longer.basisPointsPerYear / 100,
    longerCents: longer.amountCents,
    yearlyCents,
  };
  const source = longer.derivation.find((step) => step.code === "percent-for-years")?.source;
  const explanation: Reason[] = [{ code: "saving-longer-maintenance", params, source }];
  return [
    { yearlyCents, onceCents: 0, breakEvenMonth: null, to: renewalDraft(maintenance, years, today), explanation },
  ];
}

/**
 * Maintenance that may be renewed today, against letting it lapse: what the renewal costs a year, what the way back costs later (once), and
 * the month from which the way back would have been the cheaper one. Null figures bring no saving: a release that is not recorded has no
 * way back. Source: price list, "OneTime Upgrade from Release" and "Up2Date, Voraussetzungen".
 */
export function lapseSavings(maintenance: RunningMaintenance, today: Day): Saving[] {
  const { at, release } = maintenance;
  const renewal = offerFor(maintenance, maintenance.years, today);
  if (renewal === null || release === null) return [];
  const wayBack = oneTimeUpgrade(at.prerequisites, at.up2date, release, at.system, at.prices);
  if (isRefusal(wayBack)) return [];
  const yearlyCents = byYear(renewal.amountCents, renewal.years);
  const onceCents = wayBack.amountCents;
  if (yearlyCents <= 0) return [];
  const fromMonth = breakEven(onceCents, renewal.amountCents, renewal.years);
  const params = {
    years: renewal.years,
    renewalCents: renewal.amountCents,
    yearlyCents,
    fromRelease: release,
    percent: wayBack.basisPoints / 100,
    onceCents,
    fromMonth: fromMonth ?? 1,
  };
  const source = { document: at.up2date.document, clause: at.up2date.renewal.clause };
  return [
    {
      kind: "maintenance-lapse",
      contractIds: [maintenance.contractId],
      from: renewalDraft(maintenance, renewal.years, today),
      to: { op: "one-time-upgrade", fromRelease: release, system: at.system, priceListCents: at.prices },
      yearlyCents,
      onceCents,
      breakEvenMonth: fromMonth,
      alternatives: [],
      explanation: [{ code: "saving-lapse", params, source }],
      assumptions: [
        ...wayBack.assumptions,
        { code: "saving-list-price-stays", params: {} },
        { code: "saving-way-back-from-release", params: { fromRelease: release } },
      ],
      hints: [{ code: "saving-lapse-loses-updates", params: {}, source }],
    },
  ];
}

/** Null where it may not be renewed today, or a price is missing. */
function offerFor({ at, currentEnd }: RunningMaintenance, years: number, today: Day): Up2DateOffer | null {
  const offer = renewUp2Date(at, years, today, currentEnd);
  return isRefusal(offer) ? null : offer;
}

function renewalDraft({ at, currentEnd }: RunningMaintenance, years: number, asOf: Day): SavingDraft {
  return { op: "up2date", case: "renewal", system: at.system, priceListCents: at.prices, years, asOf, currentEnd };
}
