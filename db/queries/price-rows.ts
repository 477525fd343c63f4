import { and, asc, eq, inArray } from "drizzle-orm";
import { priceRows } from "../schema";
import type { Tx } from "../tenant";

/** A reseller's own list prices of these vendors, past, present and coming, oldest first. */
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
      and(eq(priceRows.resellerId, resellerId), eq(priceRows.kind, "list"), inArray(priceRows.vendor, [...vendors])),
    )
    .orderBy(asc(priceRows.validFrom), asc(priceRows.id));
}

export type PriceRow = Awaited<ReturnType<typeof listPriceRows>>[number];
