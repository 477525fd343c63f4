import { and, asc, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Viewer } from "@/lib/domain/viewer";
import { contracts, customers, systems } from "../schema";
import { type Tx, visibleTo } from "../tenant";

/** What can be put away and taken out again. What was withdrawn is archived for ever, and no matter of these queries. */
export type ArchiveType = "customer" | "system" | "contract";

export interface Archivable {
  readonly id: string;
  readonly customerId: string;
  readonly systemId: string | null;
  /** The customer's or system's name; null for a contract, whose article has one. */
  readonly name: string | null;
  readonly vendor: string | null;
  readonly sku: string | null;
  readonly archivedAt: Date | null;
  /** What it belongs to is archived itself. */
  readonly withOwner: boolean;
}

/** One record, archived or not, where the viewer may see its customer. */
export async function archivable(tx: Tx, viewer: Viewer, type: ArchiveType, id: string): Promise<Archivable | null> {
  const resellerId = viewer.resellerId ?? "";
  const seen = and(eq(customers.resellerId, resellerId), visibleTo(viewer, customers.id));
  const none = sql<null>`null`;
  if (type === "customer") {
    const [row] = await tx
      .select({
        id: customers.id,
        customerId: customers.id,
        systemId: none,
        name: customers.name,
        vendor: none,
        sku: none,
        archivedAt: customers.archivedAt,
        withOwner: sql<boolean>`false`,
      })
      .from(customers)
      .where(and(seen, eq(customers.id, id), isNull(customers.withdrawnAt)));
    return row ?? null;
  }
  if (type === "system") {
    const [row] = await tx
      .select({
        id: systems.id,
        customerId: systems.customerId,
        systemId: systems.id,
        name: systems.name,
        vendor: systems.vendor,
        sku: none,
        archivedAt: systems.archivedAt,
        withOwner: sql<boolean>`${customers.archivedAt} is not null`,
      })
      .from(systems)
      .innerJoin(customers, and(eq(customers.resellerId, systems.resellerId), eq(customers.id, systems.customerId)))
      .where(and(seen, eq(systems.resellerId, resellerId), eq(systems.id, id), isNull(systems.withdrawnAt)));
    return row ?? null;
  }
  const [row] = await tx
    .select({
      id: contracts.id,
      customerId: contracts.customerId,
      systemId: contracts.systemId,
      name: none,
      vendor: contracts.vendor,
      sku: contracts.sku,
      archivedAt: contracts.archivedAt,
      withOwner: sql<boolean>`${customers.archivedAt} is not null or ${systems.archivedAt} is not null`,
    })
    .from(contracts)
    .innerJoin(customers, and(eq(customers.resellerId, contracts.resellerId), eq(customers.id, contracts.customerId)))
    .innerJoin(systems, and(eq(systems.resellerId, contracts.resellerId), eq(systems.id, contracts.systemId)))
    .where(and(seen, eq(contracts.resellerId, resellerId), eq(contracts.id, id), isNull(contracts.withdrawnAt)));
  return row ?? null;
}

const raised = <T extends { version: typeof contracts.version }>(table: T) => sql`${table.version} + 1`;

/**
 * Puts a record away (`at`), or takes it out again (`at` null). A system goes with those of its contracts that are not archived, and comes back
 * with those that went with it: they bear the same instant. Answers the contracts that moved.
 */
export async function setArchived(
  tx: Tx,
  resellerId: string,
  type: ArchiveType,
  { id, archivedAt }: { readonly id: string; readonly archivedAt: Date | null },
  at: Date | null,
): Promise<string[]> {
  if (type === "customer") {
    await tx
      .update(customers)
      .set({ archivedAt: at, version: sql`${customers.version} + 1` })
      .where(and(eq(customers.resellerId, resellerId), eq(customers.id, id)));
    return [];
  }
  if (type === "system")
    await tx
      .update(systems)
      .set({ archivedAt: at, version: sql`${systems.version} + 1` })
      .where(and(eq(systems.resellerId, resellerId), eq(systems.id, id)));
  const which = type === "system" ? eq(contracts.systemId, id) : eq(contracts.id, id);
  const stood = archivedAt === null ? isNull(contracts.archivedAt) : eq(contracts.archivedAt, archivedAt);
  const moved = await tx
    .update(contracts)
    .set({ archivedAt: at, version: raised(contracts) })
    .where(and(eq(contracts.resellerId, resellerId), which, stood, isNull(contracts.withdrawnAt)))
    .returning({ id: contracts.id });
  return moved.map((row) => row.id);
}

/** Customers that are archived, the latest first. */
export async function archivedCustomers(tx: Tx, viewer: Viewer, limit: number) {
  return tx
    .select({
      id: customers.id,
      number: customers.number,
      name: customers.name,
      archivedAt: sql<Date>`${customers.archivedAt}`.mapWith(customers.archivedAt),
    })
    .from(customers)
    .where(
      and(
        eq(customers.resellerId, viewer.resellerId ?? ""),
        visibleTo(viewer, customers.id),
        isNotNull(customers.archivedAt),
        isNull(customers.withdrawnAt),
      ),
    )
    .orderBy(desc(customers.archivedAt), asc(customers.id))
    .limit(limit);
}

/** Systems of a customer that are archived, and contracts that are archived by themselves. */
export async function archivedOf(tx: Tx, resellerId: string, customerId: string) {
  const archivedSystems = await tx
    .select({
      id: systems.id,
      name: systems.name,
      vendor: systems.vendor,
      archivedAt: sql<Date>`${systems.archivedAt}`.mapWith(systems.archivedAt),
    })
    .from(systems)
    .where(
      and(
        eq(systems.resellerId, resellerId),
        eq(systems.customerId, customerId),
        isNotNull(systems.archivedAt),
        isNull(systems.withdrawnAt),
      ),
    )
    .orderBy(desc(systems.archivedAt), asc(systems.id));
  const archivedContracts = await tx
    .select({
      id: contracts.id,
      systemName: systems.name,
      vendor: contracts.vendor,
      sku: contracts.sku,
      startsOn: contracts.startsOn,
      archivedAt: sql<Date>`${contracts.archivedAt}`.mapWith(contracts.archivedAt),
    })
    .from(contracts)
    .innerJoin(systems, and(eq(systems.resellerId, contracts.resellerId), eq(systems.id, contracts.systemId)))
    .where(
      and(
        eq(contracts.resellerId, resellerId),
        eq(contracts.customerId, customerId),
        isNotNull(contracts.archivedAt),
        isNull(contracts.withdrawnAt),
        // Those that went with their system come back with it.
        or(isNull(systems.archivedAt), sql`${systems.archivedAt} <> ${contracts.archivedAt}`),
      ),
    )
    .orderBy(desc(contracts.archivedAt), asc(contracts.id));
  return { systems: archivedSystems, contracts: archivedContracts };
}
