import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { stockViews } from "../schema-stock";
import type { Tx } from "../tenant";

/** The views that a person may use: his own and the shared ones, by name. */
export async function viewsOf(tx: Tx, resellerId: string, personId: string) {
  return tx
    .select({
      id: stockViews.id,
      personId: stockViews.personId,
      personName: stockViews.personName,
      name: stockViews.name,
      search: stockViews.search,
      shared: stockViews.shared,
    })
    .from(stockViews)
    .where(
      and(
        eq(stockViews.resellerId, resellerId),
        isNull(stockViews.deletedAt),
        or(eq(stockViews.shared, true), eq(stockViews.personId, personId)),
      ),
    )
    .orderBy(sql`${stockViews.name} collate "de-x-icu"`, asc(stockViews.id));
}

/** One of them, deleted or not; for changing it. Null for one that is somebody else's own. */
export async function viewById(tx: Tx, resellerId: string, personId: string, viewId: string) {
  const [row] = await tx
    .select()
    .from(stockViews)
    .where(
      and(
        eq(stockViews.resellerId, resellerId),
        eq(stockViews.id, viewId),
        or(eq(stockViews.shared, true), eq(stockViews.personId, personId)),
      ),
    )
    .for("update");
  return row ?? null;
}

export type StockViewRow = NonNullable<Awaited<ReturnType<typeof viewById>>>;

/** False where the person has a view of that name already. */
export async function insertView(tx: Tx, row: typeof stockViews.$inferInsert): Promise<boolean> {
  const made = await tx.insert(stockViews).values(row).onConflictDoNothing().returning({ id: stockViews.id });
  return made.length > 0;
}

/** Views of one person that are not deleted, counted. */
export async function countViews(tx: Tx, resellerId: string, personId: string): Promise<number> {
  return tx.$count(
    stockViews,
    and(eq(stockViews.resellerId, resellerId), eq(stockViews.personId, personId), isNull(stockViews.deletedAt)),
  );
}

/** Whether a person has a view of the name that is not deleted. */
export async function hasViewNamed(tx: Tx, resellerId: string, personId: string, name: string): Promise<boolean> {
  const rows = await tx
    .select({ id: stockViews.id })
    .from(stockViews)
    .where(
      and(
        eq(stockViews.resellerId, resellerId),
        eq(stockViews.personId, personId),
        eq(stockViews.name, name),
        isNull(stockViews.deletedAt),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function setView(
  tx: Tx,
  resellerId: string,
  viewId: string,
  change: { readonly shared?: boolean; readonly search?: string; readonly deletedAt?: Date | null },
): Promise<void> {
  await tx
    .update(stockViews)
    .set(change)
    .where(and(eq(stockViews.resellerId, resellerId), eq(stockViews.id, viewId)));
}
