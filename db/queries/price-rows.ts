import { and, asc, count, eq, gte, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { notWithdrawn } from "../not-withdrawn";
import { licences, priceRows, purchases } from "../schema";
import type { Tx } from "../tenant";

/** A reseller's own list prices of these vendors, past, present and coming, oldest first; not those that were withdrawn. */
export async function listPriceRows(tx: Tx, resellerId: string, vendors: readonly string[]) {
  if (vendors.length === 0) return [];
  return tx
    .select({
      vendor: priceRows.vendor,
      sku: priceRows.sku,
      dimensions: priceRows.dimensions,
      validFrom: priceRows.validFrom,
      cents: priceRows.cents,
      sample: priceRows.sample,
    })
    .from(priceRows)
    .where(
      and(
        eq(priceRows.resellerId, resellerId),
        eq(priceRows.kind, "list"),
        inArray(priceRows.vendor, [...vendors]),
        isNull(priceRows.withdrawnAt),
      ),
    )
    .orderBy(asc(priceRows.validFrom), asc(priceRows.id));
}

export type PriceRow = Awaited<ReturnType<typeof listPriceRows>>[number];
export type PriceRowKind = (typeof priceRows.kind.enumValues)[number];
/** `in-force` today, `coming`, `replaced` by a newer one, or `withdrawn` as wrong. */
export type PriceStanding = "in-force" | "coming" | "replaced" | "withdrawn";

export interface PriceRowFilter {
  readonly kinds: readonly PriceRowKind[];
  /** Null: all. */
  readonly standings: readonly PriceStanding[] | null;
  readonly vendor?: string;
  /** Articles of the vendors; null: all. */
  readonly articles: ReadonlyMap<string, readonly string[]> | null;
}

const other = alias(priceRows, "other");

/** The first day of the next row for the same price, which a row holds until; null where none follows. */
const replacedFrom = sql<string | null>`(
  select min(${other.validFrom}) from ${priceRows} as ${sql.identifier("other")}
  where ${other.resellerId} = ${priceRows.resellerId} and ${other.vendor} = ${priceRows.vendor} and ${other.sku} = ${priceRows.sku}
    and ${other.kind} = ${priceRows.kind} and ${other.dimensions} = ${priceRows.dimensions} and ${other.withdrawnAt} is null
    and ${other.validFrom} > ${priceRows.validFrom})`;

const columns = {
  id: priceRows.id,
  kind: priceRows.kind,
  vendor: priceRows.vendor,
  sku: priceRows.sku,
  dimensions: priceRows.dimensions,
  validFrom: priceRows.validFrom,
  replacedFrom: sql<string | null>`case when ${priceRows.withdrawnAt} is null then ${replacedFrom} end`,
  cents: priceRows.cents,
  sample: priceRows.sample,
  recordedByName: priceRows.recordedByName,
  recordedAt: priceRows.recordedAt,
  withdrawnByName: priceRows.withdrawnByName,
  withdrawnAt: priceRows.withdrawnAt,
};

function standsAs(standing: PriceStanding, today: string): SQL | undefined {
  const live = isNull(priceRows.withdrawnAt);
  switch (standing) {
    case "withdrawn":
      return isNotNull(priceRows.withdrawnAt);
    case "coming":
      return and(live, sql`${priceRows.validFrom} > ${today}`);
    case "replaced":
      return and(live, sql`${replacedFrom} <= ${today}`);
    case "in-force":
      return and(live, lte(priceRows.validFrom, today), sql`coalesce(${replacedFrom} > ${today}, true)`);
  }
}

/** A page of a reseller's price rows by article, kind and day, from after the row `after`. */
export async function pageOfPriceRows(
  tx: Tx,
  resellerId: string,
  filter: PriceRowFilter,
  today: string,
  page: { readonly after: string | null; readonly limit: number },
) {
  const { kinds, standings, vendor, articles } = filter;
  const [place] = page.after === null ? [] : await tx.select().from(priceRows).where(isRow(resellerId, page.after));
  const key = sql`(${priceRows.vendor}, ${priceRows.sku}, ${priceRows.kind}, ${priceRows.dimensions}, ${priceRows.validFrom}, ${priceRows.id})`;
  return tx
    .select(columns)
    .from(priceRows)
    .where(
      and(
        eq(priceRows.resellerId, resellerId),
        inArray(priceRows.kind, [...kinds]),
        vendor === undefined ? undefined : eq(priceRows.vendor, vendor),
        articles === null ? undefined : isOneOf(articles),
        standings === null ? undefined : or(...standings.map((standing) => standsAs(standing, today))),
        place === undefined
          ? undefined
          : sql`${key} > (${place.vendor}, ${place.sku}, ${place.kind}, ${JSON.stringify(place.dimensions)}::jsonb, ${place.validFrom}::date, ${place.id}::uuid)`,
      ),
    )
    .orderBy(
      asc(priceRows.vendor),
      asc(priceRows.sku),
      asc(priceRows.kind),
      asc(priceRows.dimensions),
      asc(priceRows.validFrom),
      asc(priceRows.id),
    )
    .limit(page.limit);
}

export type PriceRowEntry = Awaited<ReturnType<typeof pageOfPriceRows>>[number];

function isOneOf(articles: ReadonlyMap<string, readonly string[]>): SQL | undefined {
  const each = [...articles].map(([vendor, skus]) =>
    and(eq(priceRows.vendor, vendor), inArray(priceRows.sku, [...skus])),
  );
  return each.length === 0 ? sql`false` : or(...each);
}

function isRow(resellerId: string, id: string): SQL | undefined {
  return and(eq(priceRows.resellerId, resellerId), eq(priceRows.id, id));
}

export async function priceRowById(tx: Tx, resellerId: string, id: string): Promise<PriceRowEntry | null> {
  const [row] = await tx.select(columns).from(priceRows).where(isRow(resellerId, id));
  return row ?? null;
}

export type NewPriceRow = Pick<
  typeof priceRows.$inferInsert,
  | "resellerId"
  | "id"
  | "kind"
  | "vendor"
  | "sku"
  | "dimensions"
  | "validFrom"
  | "cents"
  | "recordedBy"
  | "recordedByName"
> & { readonly recordedAt: Date };

/** False where the same price has a row for that day already, also one made at this moment. */
export async function insertPriceRow(tx: Tx, row: NewPriceRow): Promise<boolean> {
  const added = await tx.insert(priceRows).values(row).onConflictDoNothing().returning({ id: priceRows.id });
  return added.length > 0;
}

/** What the same price is on exactly that day by a row that was not withdrawn; null where there is none. */
export async function centsOnDay(
  tx: Tx,
  resellerId: string,
  row: Pick<NewPriceRow, "kind" | "vendor" | "sku" | "dimensions" | "validFrom">,
): Promise<number | null> {
  const [found] = await tx
    .select({ cents: priceRows.cents })
    .from(priceRows)
    .where(
      and(
        eq(priceRows.resellerId, resellerId),
        eq(priceRows.kind, row.kind),
        eq(priceRows.vendor, row.vendor),
        eq(priceRows.sku, row.sku),
        eq(priceRows.dimensions, row.dimensions ?? {}),
        eq(priceRows.validFrom, row.validFrom),
        isNull(priceRows.withdrawnAt),
      ),
    );
  return found?.cents ?? null;
}

/** False where it was withdrawn already. */
export async function markWithdrawn(
  tx: Tx,
  resellerId: string,
  id: string,
  by: { readonly withdrawnBy: string; readonly withdrawnByName: string; readonly withdrawnAt: Date },
): Promise<boolean> {
  const changed = await tx
    .update(priceRows)
    .set(by)
    .where(and(isRow(resellerId, id), isNull(priceRows.withdrawnAt)))
    .returning({ id: priceRows.id });
  return changed.length > 0;
}

/** How many recorded purchases carry this list price as theirs: of its article (and tier), bought while the row held, at its price. */
export async function purchasesAtListPrice(tx: Tx, resellerId: string, row: PriceRowEntry): Promise<number> {
  const { vendor, sku, dimensions, validFrom, replacedFrom: until, cents } = row;
  const [found] = await tx
    .select({ count: count() })
    .from(licences)
    .innerJoin(purchases, and(eq(purchases.resellerId, licences.resellerId), eq(purchases.licenceId, licences.id)))
    .where(
      and(
        eq(licences.resellerId, resellerId),
        eq(licences.vendor, vendor),
        eq(licences.sku, sku),
        gte(purchases.purchasedOn, validFrom),
        until === null ? undefined : sql`${purchases.purchasedOn} < ${until}`,
        sql`${purchases.listPriceCents} = ${purchases.quantity} * ${cents}::bigint`,
        typeof dimensions.tier === "string" ? eq(purchases.tier, dimensions.tier) : undefined,
        notWithdrawn(resellerId, purchases.id),
      ),
    );
  return found?.count ?? 0;
}
