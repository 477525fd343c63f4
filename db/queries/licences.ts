import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { anyOf } from "../any-of";
import { notWithdrawn } from "../not-withdrawn";
import { licences, purchases } from "../schema";
import type { Tx } from "../tenant";

/**
 * The purchases of these systems' licences, oldest first. What was paid is read only for those who may see it: the database refuses the
 * columns to a customer's people.
 */
export async function purchaseRows(tx: Tx, resellerId: string, systemIds: readonly string[], seesPrices: boolean) {
  if (systemIds.length === 0) return [];
  return tx
    .select({
      id: purchases.id,
      licenceId: licences.id,
      systemId: licences.systemId,
      sku: licences.sku,
      purchasedOn: purchases.purchasedOn,
      quantity: purchases.quantity,
      tier: purchases.tier,
      users: purchases.users,
      edition: purchases.edition,
      orderReference: purchases.orderReference,
      listPriceCents: seesPrices ? purchases.listPriceCents : sql<number | null>`null`,
      paidCents: seesPrices ? purchases.paidCents : sql<number | null>`null`,
    })
    .from(licences)
    .innerJoin(purchases, and(eq(purchases.resellerId, licences.resellerId), eq(purchases.licenceId, licences.id)))
    .where(
      and(
        eq(licences.resellerId, resellerId),
        anyOf(licences.systemId, systemIds),
        isNull(licences.archivedAt),
        // Follows from archived; the index asks for it.
        isNull(licences.withdrawnAt),
        notWithdrawn(resellerId, purchases.id),
      ),
    )
    .orderBy(asc(purchases.purchasedOn), asc(purchases.id));
}

export type PurchaseRow = Awaited<ReturnType<typeof purchaseRows>>[number];
