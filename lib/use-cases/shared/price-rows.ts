import { contractIdsOfPolicies } from "@/db/queries/contracts";
import { lockQueue } from "@/db/queries/derived-decisions";
import type { PriceRowKind } from "@/db/queries/price-rows";
import type { Tx } from "@/db/tenant";
import type { AuditValues } from "@/lib/domain/audit";
import type { Article, PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { editionInForce, priceLists } from "@/lib/price-lists/index";
import { type Changes, deriveSubjects, sumOf } from "./derive";

export const priceRowKinds = ["list", "purchase", "customer"] as const satisfies readonly PriceRowKind[];

/** The kinds of price rows that the viewer may see: what the reseller himself pays is not for everybody. */
export function kindsSeen(viewer: Viewer): readonly PriceRowKind[] {
  return may(viewer, "see-purchase-prices") ? priceRowKinds : priceRowKinds.filter((kind) => kind !== "purchase");
}

/** An article in the edition that is in force on a day; null for one that it does not know. */
export function articleOn(vendor: string, sku: string, day: Day): { list: PriceList; article: Article } | null {
  const list = editionInForce(vendor, day)?.list;
  const article = list?.articles.find((each) => each.sku === sku);
  return list === undefined || article === undefined ? null : { list, article };
}

/** Contracts that one step derives. */
const BATCH = 500;

/**
 * Derives anew what follows from a vendor's list prices, in the caller's transaction: contracts that lapse, whose renewal is a percentage of
 * them. All other rows rest on the printed lists and on what was recorded with each purchase and position.
 */
export async function deriveFromPrices(tx: Tx, resellerId: string, vendor: string, today: Day): Promise<Changes> {
  const policyIds = priceLists.flatMap((list) =>
    list.vendor === vendor ? list.policies.flatMap(({ id, kind }) => (kind === "lapses" ? [id] : [])) : [],
  );
  if (policyIds.length === 0) return sumOf([]);
  await lockQueue(tx, resellerId, "alone");
  const contractIds = await contractIdsOfPolicies(tx, resellerId, vendor, policyIds);
  const steps: Changes[] = [];
  for (let from = 0; from < contractIds.length; from += BATCH) {
    const subjects = { contractIds: contractIds.slice(from, from + BATCH), systemIds: [], customerIds: [] };
    steps.push(await deriveSubjects(tx, resellerId, subjects, today));
  }
  return sumOf(steps);
}

/** What else the price depends on, for the trail; nothing where it depends on nothing. */
export function dimensionsOf(row: { readonly dimensions: Readonly<Record<string, string | number>> }): AuditValues {
  return Object.keys(row.dimensions).length === 0 ? {} : { dimensions: row.dimensions };
}
