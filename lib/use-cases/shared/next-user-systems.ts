import { bookedItem } from "@/lib/domain/booked-item";
import type { PriceList } from "@/lib/domain/catalog";
import { figuresOf } from "@/lib/domain/catalog-figures";
import type { QuoteItem } from "@/lib/domain/pricing";
import { readItems } from "@/lib/domain/pricing-request";
import type { Reason } from "@/lib/domain/reason";
import { isRefusal } from "@/lib/domain/refusal";
import { articleName, editionInForce } from "@/lib/price-lists/index";
import { licencesOf } from "./next-user-licences";
import { type AtHand, askedOf, named, nothing, type Readied } from "./next-user-ready";
import { ownListPricesOn } from "./own-prices";
import { accountFields, chosenOf, followers, installedFields } from "./user-offers";

/** By the kind of the vendor's prices: licences that need each other, tiers of installed users, or what is booked a month. */
export function readied(at: AtHand, users: number): Readied {
  const { list } = at.facts;
  const edition = editionInForce(at.row.vendor, at.today);
  if (list === null || edition === undefined || !edition.priceKnown) {
    const params = { system: at.row.name, product: list?.productName ?? at.row.vendor };
    return { ...nothing, obstacles: [{ code: "next-user-no-price-list", params }] };
  }
  const made =
    list.prerequisites !== undefined
      ? licencesOf(at, list, users)
      : list.userTiers.length > 0
        ? tiersOf(at, list)
        : accountOf(at, list);
  return { ...made, notes: [...edition.assumptions, ...made.notes] };
}

/** As far as a person can have been installed on one system. */
const MOST_INSTALLED = 1_000_000;

function tiersOf(at: AtHand, list: PriceList): Readied {
  const { facts, row, locale } = at;
  const figures = figuresOf(list).articles;
  const isPack = (sku: string) => figures.get(sku)?.article.measure.kind === "user-packs";
  // What does not depend on users costs the same with one more, however little is recorded of it.
  const booked = itemsOf(at, list, (sku) => {
    const price = figures.get(sku)?.price;
    return price === undefined || isPack(sku) || (price.kind === "by-form" && price.tiered);
  });
  const subscribed = booked.items;
  const packs = [...new Set(subscribed.map(({ sku }) => sku).filter(isPack))];
  const fields = installedFields(askedOf(at, list), packs);
  const told = whole(at.said("bestand"), MOST_INSTALLED);
  const installedUsers = facts.installedUsers ?? told;
  const chosen = chosenOf(fields);
  const { own, samples } = ownListPricesOn(at.prices, row.vendor, at.today);
  const owned = facts.tiers.filter((tier) => tier.mode === "purchase");
  const name = (sku: string) => articleName(row.vendor, sku, locale);
  const packsFull = at.booking.positions.flatMap(({ sku, quantity, users }): Reason[] => {
    const measure = figures.get(sku)?.article.measure;
    if (measure?.kind !== "user-packs" || users !== null) return [];
    return [
      {
        code: "next-user-packs-full",
        params: { ...named(at, sku), packs: quantity, users: quantity * measure.packSize },
      },
    ];
  });
  return {
    ...nothing,
    fields,
    asksInstalled: facts.installedUsers === null,
    installedTold: told,
    system: {
      kind: "tiers",
      systemId: row.id,
      list,
      installedUsers: installedUsers ?? 0,
      installedPerUser: chosen.some(({ item }) => item.sku === "") ? 1 : 0,
      owned,
      subscribed,
      coveredPerUser: Object.fromEntries(
        packs.filter((sku) => chosen.some(({ item }) => item.sku === sku)).map((sku) => [sku, 1]),
      ),
      own,
    },
    samplePrices: samples.size > 0,
    sample: subscribed.some(({ sku }) => samples.has(sku)),
    has: [
      ...owned.map(({ sku, tier, units }) => ({ name: name(sku), quantity: units, tier })),
      ...facts.tiers.flatMap(({ sku, mode, tier, units }) =>
        mode === "subscription" ? [{ name: name(sku), quantity: units, tier }] : [],
      ),
      ...at.booking.positions.flatMap(({ sku, quantity }) =>
        packs.includes(sku) ? [{ name: name(sku), quantity, tier: null }] : [],
      ),
    ],
    obstacles: [
      ...(installedUsers === null ? [{ code: "next-user-installed-unknown", params: { system: row.name } }] : []),
      ...booked.obstacles,
    ],
    notes: [
      { code: "next-user-licence-not-listed", params: { product: list.productName } },
      ...(owned.length + subscribed.length === 0
        ? [{ code: "next-user-nothing-by-users", params: { system: row.name } }]
        : []),
      ...(facts.installedUsers === null && told !== null
        ? [{ code: "next-user-installed-told", params: { users: told } }]
        : []),
      ...packsFull,
      ...booked.notes,
    ],
  };
}

function accountOf(at: AtHand, list: PriceList): Readied {
  const { row, locale } = at;
  const booked = itemsOf(at, list, () => true);
  const skus = new Set(booked.items.map(({ sku }) => sku));
  const { own, samples } = ownListPricesOn(at.prices, row.vendor, at.today);
  const fields = accountFields({ ...askedOf(at, list), own }, skus);
  const perUser = chosenOf(fields).map(({ item }) => item);
  const name = (sku: string) => articleName(row.vendor, sku, locale);
  return {
    ...nothing,
    fields,
    follows: followers(list, skus).map(name),
    system: {
      kind: "booked",
      systemId: row.id,
      list,
      items: booked.items,
      perUser,
      own,
    },
    samplePrices: samples.size > 0,
    sample: [...booked.items, ...perUser].some(({ sku }) => samples.has(sku)),
    has: booked.items.map((item) => ({ name: name(item.sku), quantity: item.quantity ?? 1, tier: null })),
    obstacles: booked.obstacles,
    notes: booked.notes,
  };
}

interface BookedItems {
  readonly items: readonly QuoteItem[];
  readonly obstacles: readonly Reason[];
  readonly notes: readonly Reason[];
}

/** What is booked of the articles that matter, as the price list can price it; what it cannot is an obstacle, never left out in silence. */
function itemsOf(at: AtHand, list: PriceList, matters: (sku: string) => boolean): BookedItems {
  const { booking } = at;
  const items: QuoteItem[] = [];
  const obstacles: Reason[] = booking.unrecorded.filter(matters).map((sku) => ({
    code: "next-user-booking-unrecorded",
    params: named(at, sku),
  }));
  for (const position of booking.positions) {
    if (!matters(position.sku)) continue;
    const item = bookedItem(list, position);
    const read = item === null ? null : readItems(list, [item]);
    if (item === null || isRefusal(read))
      obstacles.push({ code: "next-user-booking-unclear", params: named(at, position.sku) });
    else items.push(item);
  }
  const [ending] = booking.endsOn.toSorted();
  const [coming] = booking.comingOn.toSorted();
  return {
    items,
    obstacles,
    notes: [
      ...(ending === undefined ? [] : [{ code: "next-user-counts-what-ends", params: { endsOn: ending } }]),
      ...(coming === undefined ? [] : [{ code: "next-user-leaves-what-comes", params: { fromOn: coming } }]),
    ],
  };
}

/** A whole number from 1 as somebody typed it; null for anything else. */
function whole(text: string | undefined, atMost: number): number | null {
  if (text === undefined || !/^\d{1,7}$/.test(text)) return null;
  const value = Number(text);
  return value >= 1 && value <= atMost ? value : null;
}
