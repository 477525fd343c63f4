import { and, asc, eq, isNull } from "drizzle-orm";
import { anyOf } from "../any-of";
import { contracts, positions } from "../schema";
import type { Tx } from "../tenant";

/** What the contracts of these systems book, past, present and coming, with what an article's price may depend on. */
export async function bookedRows(tx: Tx, resellerId: string, systemIds: readonly string[]) {
  if (systemIds.length === 0) return [];
  return tx
    .select({
      contractId: contracts.id,
      systemId: contracts.systemId,
      termMonths: contracts.termMonths,
      sku: positions.sku,
      quantity: positions.quantity,
      profile: positions.profile,
      users: positions.users,
      fromOn: positions.fromOn,
      toOn: positions.toOn,
    })
    .from(contracts)
    .innerJoin(positions, and(eq(positions.resellerId, contracts.resellerId), eq(positions.contractId, contracts.id)))
    .where(
      and(eq(contracts.resellerId, resellerId), anyOf(contracts.systemId, systemIds), isNull(contracts.archivedAt)),
    )
    .orderBy(asc(positions.fromOn), asc(positions.id));
}

export type BookedRow = Awaited<ReturnType<typeof bookedRows>>[number];
