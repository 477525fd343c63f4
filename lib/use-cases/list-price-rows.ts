import { type PriceRowEntry, type PriceRowKind, type PriceStanding, pageOfPriceRows } from "@/db/queries/price-rows";
import { withTenant } from "@/db/tenant";
import type { Charge } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { folded } from "@/lib/domain/price-list-entries";
import { priceSlots, slotKey } from "@/lib/domain/price-slots";
import type { Viewer } from "@/lib/domain/viewer";
import { articleName, priceLists, vendors } from "@/lib/price-lists/index";
import { isId, pageSize } from "./shared/ids";
import { articleOn, kindsSeen } from "./shared/price-rows";
import { withReseller } from "./shared/reseller-of";

/** A price of the reseller's own. */
export interface PriceRowItem {
  readonly id: string;
  readonly kind: PriceRowKind;
  readonly vendor: string;
  readonly productName: string;
  readonly sku: string;
  readonly articleName: string;
  /** The key of the article's price that it stands for, and what that depends on. */
  readonly slot: string;
  readonly dimensions: Readonly<Record<string, string | number>>;
  readonly charge: Charge;
  readonly cents: Cents;
  /** What the edition in force on its first day prints; null where the paper prints no price. */
  readonly printedCents: Cents | null;
  /** Made up for the demonstration. */
  readonly sample: boolean;
  readonly validFrom: Day;
  /** The first day of the row that ends it. */
  readonly replacedFrom: Day | null;
  readonly standing: PriceStanding;
  /** Null for what no person recorded. */
  readonly recordedByName: string | null;
  /** ISO instants. */
  readonly recordedAt: string;
  readonly withdrawnByName: string | null;
  readonly withdrawnAt: string | null;
}

export interface PriceRowQuestion {
  readonly kind?: PriceRowKind;
  readonly vendor?: string;
  /** Words in an article's names or its number. */
  readonly search?: string;
  /** Absent: what holds today or will. */
  readonly standing?: PriceStanding | "all";
  readonly cursor?: string;
  readonly limit?: number;
}

export interface PriceRowPage {
  readonly items: readonly PriceRowItem[];
  readonly next: string | null;
  /** The kinds that the viewer may see. */
  readonly kinds: readonly PriceRowKind[];
}

/** The reseller's own prices, by article, kind and day; each beside what the paper prints. */
export async function listPriceRows(viewer: Viewer, question: PriceRowQuestion, today: Day): Promise<PriceRowPage> {
  const { resellerId } = withReseller(viewer);
  const seen = kindsSeen(viewer);
  const { kind, vendor, search, standing } = question;
  const limit = pageSize(question.limit);
  const filter = {
    kinds: seen.filter((each) => kind === undefined || each === kind),
    standings: standing === "all" ? null : standing === undefined ? (["in-force", "coming"] as const) : [standing],
    vendor,
    articles: search === undefined ? null : articlesNamed(search),
  };
  if (filter.kinds.length === 0) return { items: [], next: null, kinds: seen };
  const after = question.cursor !== undefined && isId(question.cursor) ? question.cursor : null;
  const rows = await withTenant(viewer, (tx) =>
    pageOfPriceRows(tx, resellerId, filter, today, { after, limit: limit + 1 }),
  );
  const items = rows.slice(0, limit).map((row) => itemOf(row, viewer.locale, today));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, kinds: seen };
}

/** Articles, by vendor, in whose number or any name every word occurs. */
function articlesNamed(search: string): ReadonlyMap<string, readonly string[]> {
  const sought = folded(search).split(/\s+/);
  const found = new Map<string, string[]>();
  for (const { vendor, productName, articles } of priceLists) {
    for (const { sku, name, label, aliases } of articles) {
      const text = folded([productName, sku, name, label?.de, label?.en, ...aliases].join(" "));
      if (sought.every((word) => text.includes(word))) found.set(vendor, [...(found.get(vendor) ?? []), sku]);
    }
  }
  return found;
}

function itemOf(row: PriceRowEntry, locale: "de" | "en", today: Day): PriceRowItem {
  const { vendor, sku, dimensions, recordedAt, withdrawnAt, ...rest } = row;
  const slot = slotKey(dimensions);
  const found = articleOn(vendor, sku, row.validFrom);
  const printed =
    found === null
      ? undefined
      : priceSlots(found.list, found.article).find(
          (each) => each.offer === "priced" && slotKey({ ...each.dimensions }) === slot,
        );
  return {
    ...rest,
    vendor,
    productName: vendors.find(({ id }) => id === vendor)?.productName ?? vendor,
    sku,
    articleName: articleName(vendor, sku, locale),
    slot,
    dimensions,
    charge: printed?.charge ?? "oneOff",
    printedCents: printed?.cents ?? null,
    standing: standingOf(row, today),
    recordedAt: recordedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

function standingOf({ withdrawnAt, validFrom, replacedFrom }: PriceRowEntry, today: Day): PriceStanding {
  if (withdrawnAt !== null) return "withdrawn";
  if (validFrom > today) return "coming";
  return replacedFrom !== null && replacedFrom <= today ? "replaced" : "in-force";
}
