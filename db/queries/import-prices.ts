import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { priceRows } from "../schema";
import type { Tx } from "../tenant";
import { insertMany } from "../write-many";

/** The reseller's own prices of some vendors, of every kind; not those that were withdrawn. */
export async function pricesOfVendors(tx: Tx, resellerId: string, vendors: readonly string[]) {
  if (vendors.length === 0) return [];
  return tx
    .select({
      id: priceRows.id,
      kind: priceRows.kind,
      vendor: priceRows.vendor,
      sku: priceRows.sku,
      dimensions: priceRows.dimensions,
      validFrom: priceRows.validFrom,
      cents: priceRows.cents,
    })
    .from(priceRows)
    .where(
      and(eq(priceRows.resellerId, resellerId), inArray(priceRows.vendor, [...vendors]), isNull(priceRows.withdrawnAt)),
    );
}

export type OwnPrice = Awaited<ReturnType<typeof pricesOfVendors>>[number];

export async function insertPrices(tx: Tx, rows: readonly (typeof priceRows.$inferInsert)[]): Promise<void> {
  await insertMany(tx, priceRows, rows);
}

/** Takes prices out of every reckoning; how many were not withdrawn before, and by whom they were recorded. */
export async function withdrawPrices(
  tx: Tx,
  resellerId: string,
  ids: readonly string[],
  by: { readonly withdrawnBy: string; readonly withdrawnByName: string; readonly withdrawnAt: Date },
): Promise<{ readonly vendor: string; readonly kind: OwnPrice["kind"] }[]> {
  return tx
    .update(priceRows)
    .set(by)
    .where(
      and(
        eq(priceRows.resellerId, resellerId),
        isNull(priceRows.withdrawnAt),
        sql`${priceRows.id} in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`,
      ),
    )
    .returning({ vendor: priceRows.vendor, kind: priceRows.kind });
}
