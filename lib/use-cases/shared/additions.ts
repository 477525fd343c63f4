import type { AgreedEnd } from "@/db/queries/contracts";
import type { PurchaseRow } from "@/db/queries/licences";
import type { PriceRow } from "@/db/queries/price-rows";
import type { Addition } from "@/lib/domain/addition";
import { additionToBooked, type BookedFacts } from "@/lib/domain/addition-booked";
import { additionToLicences, type LicenceFacts } from "@/lib/domain/addition-licences";
import { bookedItem } from "@/lib/domain/booked-item";
import type { PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import type { SystemFacts } from "@/lib/domain/decisions-system";
import type { QuoteItem } from "@/lib/domain/pricing";
import { readItems } from "@/lib/domain/pricing-request";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import type { Booking } from "./booked";
import { listPricesOn } from "./facts";
import { ownListPricesOn } from "./own-prices";
import { runningTerm } from "./running-term";

/** A system ready to be checked: by the prerequisites of its licences, or by the conditions of its list over all that is booked. */
export interface CheckedSystem {
  readonly list: PriceList;
  readonly users: number | null;
  readonly today: Day;
  readonly licences: LicenceFacts | null;
  readonly booked: BookedFacts;
  /** Bought articles of a list without prerequisites, with how many. */
  readonly owned: readonly { readonly sku: string; readonly quantity: number }[];
  readonly unread: readonly { readonly sku: string; readonly refusal: Refusal | null }[];
  /** Maintenance follows from the system and is no part of what is booked. */
  readonly isMaintenance: (sku: string) => boolean;
}

export interface SystemSource {
  readonly facts: SystemFacts;
  readonly list: PriceList;
  readonly purchases: readonly PurchaseRow[];
  readonly prices: readonly PriceRow[];
  readonly ends: readonly AgreedEnd[];
  readonly booking: Booking | undefined;
  readonly users: number | null;
  readonly today: Day;
}

export function checkedSystem(source: SystemSource): CheckedSystem {
  const { facts, list, purchases, prices, booking, users, today } = source;
  const maintenanceSkus = new Set([
    ...(list.up2date?.terms.map(({ sku }) => sku) ?? []),
    ...(list.up2date?.oneTimeUpgrades.map(({ sku }) => sku) ?? []),
    ...(list.up2date === undefined ? [] : [list.up2date.additional.sku]),
  ]);
  const positions = (booking?.positions ?? []).filter(({ sku }) => !maintenanceSkus.has(sku));
  const once = purchases.filter(({ sku }) => countsInRequests(list, sku));
  const read = [
    ...positions.map((position) => ({ sku: position.sku, item: bookedItem(list, position) })),
    ...once.map(({ sku, quantity }) => ({
      sku,
      item: bookedItem(list, { sku, quantity, profile: null, users: null, termMonths: null }),
    })),
  ].map(({ sku, item }) => ({ sku, item: item === null ? null : readItems(list, [item]) }));
  return {
    list,
    users,
    today,
    licences: licencesOf(source),
    booked: {
      list,
      booked: read.flatMap(({ item }) => (item === null || isRefusal(item) ? [] : item.items.map((each) => each.item))),
      tiers: facts.tiers,
      installedUsers: facts.installedUsers,
      usersAfter: users,
      plans: facts.plans,
      modules: facts.licences,
      own: ownListPricesOn(prices, list.vendor, today).own,
    },
    owned:
      list.prerequisites !== undefined
        ? []
        : [...Map.groupBy(purchases, ({ sku }) => sku)].map(([sku, rows]) => ({
            sku,
            quantity: rows.reduce((sum, { quantity }) => sum + quantity, 0),
          })),
    unread: read.flatMap(({ sku, item }) =>
      item === null || isRefusal(item) ? [{ sku, refusal: item as Refusal | null }] : [],
    ),
    isMaintenance: (sku) => maintenanceSkus.has(sku),
  };
}

/** What was bought once and still counts in what may be booked beside it: a plan of which there is one, the porting that was free. */
function countsInRequests(list: PriceList, sku: string): boolean {
  const price = list.articles.find((each) => each.sku === sku)?.price;
  if (list.prerequisites !== undefined || price === undefined) return false;
  return price.kind === "flat" || price.kind === "first-free";
}

function licencesOf({ facts, list, prices, ends, today }: SystemSource): LicenceFacts | null {
  const { prerequisites, up2date, vendor } = list;
  if (prerequisites === undefined) return null;
  const { prices: listPrices, samples } = listPricesOn(prices, today);
  const running = runningTerm(ends, today);
  const term = up2date?.terms.find(({ years }) => years * 12 === running?.months);
  return {
    vendor,
    rules: prerequisites,
    system: facts.holdings,
    usage: facts.usage,
    prices: listPrices,
    samples,
    maintenance:
      up2date === undefined
        ? null
        : {
            rules: up2date,
            currentEnd: running?.endsOn ?? facts.maintenance?.endsOn ?? null,
            term: term === undefined ? null : { years: term.years, basisPointsPerYear: term.basisPointsPerYear },
          },
  };
}

/** One wish, by the rules that the system's list knows. */
export function checkWish(system: CheckedSystem, items: readonly QuoteItem[]): Addition | readonly Refusal[] {
  const { licences, booked, today } = system;
  if (licences === null) return additionToBooked(booked, items, today);
  const wish: Record<string, number> = {};
  for (const { sku, quantity = 1 } of items) wish[sku] = (wish[sku] ?? 0) + quantity;
  return additionToLicences(licences, wish, today);
}
