import { type Day, dayAfter, dayAfterMonths, dayNumberOf, formatDay, monthEndOf } from "@/lib/domain/dates";
import { isRefusal } from "@/lib/domain/refusal";
import { newUp2Date } from "@/lib/domain/up2date";
import { newestEdition } from "@/lib/price-lists/index";
import type { TenantStory } from "./seed-builder";

export const XPHONE = "c4b";

/** Made-up list prices in cents: the paper prints none. They are stored as samples and marked wherever they show. */
const samplePrices: Readonly<Record<string, number>> = {
  "3212.0010": 99_000,
  "3210.0030": 249_000,
  "8.3210.003010": 165_000,
  "3420.0030": 79_000,
  "3211.0030.010": 49_000,
  "3440.0030": 12_900,
  "3310.0030": 8_900,
  "3311.0030": 14_900,
  "8.3311.003010": 6_900,
  "3320.0030": 3_900,
  "3321.0030": 2_900,
  "3323.0030": 24_900,
  "3512.0030": 5_900,
  "3513.0030": 9_900,
  "3410.0030": 2_900,
};

export function addSamplePrices(story: TenantStory, validFrom: Day): void {
  for (const [sku, cents] of Object.entries(samplePrices)) story.price(XPHONE, sku, cents, validFrom);
}

/** A system's licences, bought on one day at the sample prices. */
export function buysXPhone(
  story: TenantStory,
  systemId: string,
  holdings: Readonly<Record<string, number>>,
  on: Day,
  order: string,
): void {
  for (const [sku, quantity] of Object.entries(holdings)) {
    const listPriceCents = (samplePrices[sku] ?? 0) * quantity;
    story.buys(systemId, XPHONE, sku, { on, quantity, listPriceCents, paidCents: listPriceCents, order });
  }
}

/** The end of the month that lies so many months from today: Up2Date always ends with a month. */
export function monthEndIn(today: Day, months: number): Day {
  return formatDay(monthEndOf(dayNumberOf(dayAfterMonths(today, months))));
}

const yearSkus: Readonly<Record<number, string>> = {
  1: "9130.0000.012",
  2: "9130.0000.024",
  3: "9130.0000.036",
  4: "9130.0000.048",
  5: "9130.0000.060",
};

/** An Up2Date of so many years that ends on a month's end; its amount is a year's share of what was paid for all of them. */
export function addUp2Date(
  story: TenantStory,
  systemId: string,
  holdings: Readonly<Record<string, number>>,
  years: number,
  endsOn: Day,
): string {
  const list = newestEdition(XPHONE);
  if (list?.prerequisites === undefined || list.up2date === undefined)
    throw new Error("XPhone has no rules for systems");
  const startsOn = dayAfterMonths(dayAfter(endsOn, 1), -12 * years);
  const at = { prerequisites: list.prerequisites, up2date: list.up2date, system: holdings, prices: samplePrices };
  const offer = newUp2Date(at, years, { kind: "agreed", startsOn });
  if (isRefusal(offer) || offer.endsOn !== endsOn) throw new Error(`no Up2Date ends on ${endsOn}`);
  const contractId = story.contract(systemId, XPHONE, {
    sku: yearSkus[years] ?? "",
    policyId: "c4b/up2date",
    startsOn,
    billingParty: "reseller",
    billingInterval: "year",
    amountCents: Math.round(offer.amountCents / years),
    positions: [{ sku: yearSkus[years] ?? "", quantity: 1, yearlyCents: Math.round(offer.amountCents / years) }],
  });
  const percentPerYear = offer.basisPointsPerYear / 100;
  const { amountCents } = offer;
  story.term(contractId, { kind: "up2date", startsOn, endsOn, months: 12 * years, percentPerYear, amountCents });
  return contractId;
}
