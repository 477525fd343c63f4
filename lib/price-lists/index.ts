import type { Article, PriceList } from "@/lib/domain/catalog";
import type { Reason } from "@/lib/domain/reason";
import type { TermPolicy } from "@/lib/domain/terms";
import autphoneUndated from "./autphone/undated.json" with { type: "json" };
import c4b20200316 from "./c4b/2020-03-16.json" with { type: "json" };
import enreach202603 from "./enreach/2026-03.json" with { type: "json" };
import fluxpunkt202209 from "./fluxpunkt/2022-09.json" with { type: "json" };
import netinteract201703 from "./netinteract/2017-03.json" with { type: "json" };
import { readPriceLists } from "./read";
import type { CheckedList } from "./schema";

/** All editions of all vendors, checked: a fault in any of them stops the program at its start with every fault named. */
export const priceLists = readPriceLists([
  ["fluxpunkt/2022-09.json", fluxpunkt202209],
  ["c4b/2020-03-16.json", c4b20200316],
  ["autphone/undated.json", autphoneUndated],
  ["enreach/2026-03.json", enreach202603],
  ["netinteract/2017-03.json", netinteract201703],
]);

export interface Vendor {
  readonly id: string;
  readonly name: string;
  readonly productName: string;
  /** `brokered`: the customer is the vendor's party; never invoiced in the reseller's name. */
  readonly resale: "sold" | "brokered";
}

/** Editions of each vendor, oldest first; an undated one comes before all dated ones. */
const editionsByVendor = Map.groupBy(
  priceLists.toSorted((left, right) => ((left.validFrom ?? "") < (right.validFrom ?? "") ? -1 : 1)),
  (list) => list.vendor,
);

/** In the order of the rules: one entry a vendor, named as in its newest edition. */
export const vendors: readonly Vendor[] = [...new Set(priceLists.map((list) => list.vendor))].flatMap((id) => {
  const list = newestEdition(id);
  return list === undefined ? [] : [{ id, name: list.vendorName, productName: list.productName, resale: list.resale }];
});

// A later edition's article or policy takes the place of an earlier one's; what only the earlier one has stays known.
const articlesByVendor = new Map(
  [...editionsByVendor].map(([vendor, lists]) => [
    vendor,
    new Map(lists.flatMap((list) => list.articles.map((article) => [article.sku, article] as const))),
  ]),
);
const policies = new Map(
  [...editionsByVendor.values()].flat().flatMap((list) => list.policies.map((policy) => [policy.id, policy] as const)),
);

export interface EditionInForce {
  readonly list: CheckedList;
  /** False on a day before the vendor's first edition: its rules are read with an assumption, its prices are unknown. */
  readonly priceKnown: boolean;
  readonly assumptions: readonly Reason[];
}

/** The edition of a vendor that is in force on an ISO day; undefined for a vendor that no list knows. */
export function editionInForce(vendor: string, day: string): EditionInForce | undefined {
  const editions = editionsByVendor.get(vendor);
  const first = editions?.[0];
  if (editions === undefined || first === undefined) return undefined;
  const list = editions.findLast((edition) => edition.validFrom === null || edition.validFrom <= day);
  if (list === undefined) {
    const params = { edition: first.edition, validFrom: first.validFrom ?? "" };
    return { list: first, priceKnown: false, assumptions: [{ code: "before-first-edition", params }] };
  }
  const undated =
    list.validFrom === null ? [{ code: "edition-undated", params: { productName: list.productName } }] : [];
  return { list, priceKnown: true, assumptions: undated };
}

/** The newest edition of a vendor; undefined for a vendor that no list knows. */
export function newestEdition(vendor: string): CheckedList | undefined {
  return editionsByVendor.get(vendor)?.at(-1);
}

/** All editions of a vendor, oldest first; none for a vendor that no list knows. */
export function editionsOf(vendor: string): readonly CheckedList[] {
  return editionsByVendor.get(vendor) ?? [];
}

/** The rule of a term policy, as its vendor's newest edition states it; undefined for an id that no list knows. */
export function policyById(id: string): TermPolicy | undefined {
  return policies.get(id);
}

/** An article as the newest edition that has it names it. */
export function articleOf(vendor: string, sku: string): Article | undefined {
  return articlesByVendor.get(vendor)?.get(sku);
}

/** What an article is called on a screen: its short label, else its printed name, else the sku itself. */
export function articleName(vendor: string, sku: string, locale: "de" | "en" = "de"): string {
  const article = articleOf(vendor, sku);
  return article?.label?.[locale] ?? article?.name ?? sku;
}

/** One printed figure with its place on the paper. */
export interface PrintedFigure {
  readonly document: string;
  readonly table: string;
  readonly article: string;
  readonly column: string;
  readonly text: string;
  readonly cents?: number;
  readonly microEuros?: number;
  readonly percent?: number;
  readonly count?: number;
}

/** Every figure of a list as printed, in the paper's order. */
export function printedFigures(list: PriceList): PrintedFigure[] {
  return list.printed.flatMap(({ table, cells }) =>
    cells.map(({ id: _, ...cell }) => ({ document: list.vendor, table, ...cell })),
  );
}
