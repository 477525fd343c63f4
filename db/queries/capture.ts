import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/lib/domain/viewer";
import { contracts, customers, licences, positions, purchases, systems, terms } from "../schema";
import { type Tx, visibleTo } from "../tenant";

/** Rows that people and programs record one at a time. What is archived keeps its number or name; what was withdrawn gives it free. */

export async function insertCustomer(tx: Tx, row: typeof customers.$inferInsert): Promise<boolean> {
  const made = await tx.insert(customers).values(row).onConflictDoNothing().returning({ id: customers.id });
  return made.length > 0;
}

export async function insertSystem(tx: Tx, row: typeof systems.$inferInsert): Promise<boolean> {
  const made = await tx.insert(systems).values(row).onConflictDoNothing().returning({ id: systems.id });
  return made.length > 0;
}

/** A customer that is not archived, with all that can be changed about him; null where the viewer may not see him. */
export async function customerToChange(tx: Tx, viewer: Viewer, customerId: string) {
  const [row] = await tx
    .select({
      id: customers.id,
      number: customers.number,
      name: customers.name,
      land: customers.land,
      contactName: customers.contactName,
      contactEmail: customers.contactEmail,
      contactPhone: customers.contactPhone,
      taxId: customers.taxId,
      clerkId: customers.clerkId,
      deputyId: customers.deputyId,
      version: customers.version,
    })
    .from(customers)
    .where(
      and(
        eq(customers.resellerId, viewer.resellerId ?? ""),
        visibleTo(viewer, customers.id),
        eq(customers.id, customerId),
        isNull(customers.archivedAt),
      ),
    );
  return row ?? null;
}

/** Whether another customer has the number; archived ones count. */
export async function isNumberTaken(tx: Tx, resellerId: string, number: string, exceptId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.resellerId, resellerId),
        eq(customers.number, number),
        isNull(customers.withdrawnAt),
        sql`${customers.id} <> ${exceptId}::uuid`,
      ),
    );
  return row !== undefined;
}

/** False where the customer's version is another by now. */
export async function setCustomer(
  tx: Tx,
  resellerId: string,
  { id, version }: { readonly id: string; readonly version: number },
  set: Partial<typeof customers.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(customers)
    .set({ ...set, version: version + 1 })
    .where(and(eq(customers.resellerId, resellerId), eq(customers.id, id), eq(customers.version, version)))
    .returning({ id: customers.id });
  return changed.length > 0;
}

/** Whether the customer has another system of the vendor with the name; archived ones count. */
export async function isSystemNameTaken(
  tx: Tx,
  resellerId: string,
  key: { readonly customerId: string; readonly vendor: string; readonly name: string },
): Promise<boolean> {
  const [row] = await tx
    .select({ id: systems.id })
    .from(systems)
    .where(
      and(
        eq(systems.resellerId, resellerId),
        eq(systems.customerId, key.customerId),
        eq(systems.vendor, key.vendor),
        eq(systems.name, key.name),
        isNull(systems.withdrawnAt),
      ),
    );
  return row !== undefined;
}

/** False where the system's version is another by now. */
export async function setSystemName(
  tx: Tx,
  resellerId: string,
  { id, version }: { readonly id: string; readonly version: number },
  name: string,
): Promise<boolean> {
  const changed = await tx
    .update(systems)
    .set({ name, version: version + 1 })
    .where(and(eq(systems.resellerId, resellerId), eq(systems.id, id), eq(systems.version, version)))
    .returning({ id: systems.id });
  return changed.length > 0;
}

/** The licence of an article on a system, archived or not; null where there is none. */
export async function licenceOfArticle(tx: Tx, resellerId: string, systemId: string, sku: string) {
  const [row] = await tx
    .select({ id: licences.id, archivedAt: licences.archivedAt, licenceKeyMask: licences.licenceKeyMask })
    .from(licences)
    .where(
      and(
        eq(licences.resellerId, resellerId),
        eq(licences.systemId, systemId),
        eq(licences.sku, sku),
        isNull(licences.withdrawnAt),
      ),
    );
  return row ?? null;
}

export async function insertLicence(tx: Tx, row: typeof licences.$inferInsert): Promise<void> {
  await tx.insert(licences).values(row);
}

export async function insertPurchase(tx: Tx, row: typeof purchases.$inferInsert): Promise<void> {
  await tx.insert(purchases).values(row);
}

/** The contracts of a system with one main article, the earliest first, for what ends with them. */
export async function mainContractOf(
  tx: Tx,
  resellerId: string,
  systemId: string,
  sku: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(
        eq(contracts.resellerId, resellerId),
        eq(contracts.systemId, systemId),
        eq(contracts.sku, sku),
        isNull(contracts.archivedAt),
      ),
    )
    .orderBy(asc(contracts.startsOn), asc(contracts.id))
    .limit(1);
  return row?.id ?? null;
}

/** A contract of the same article that began on the same day for the same profile; null where there is none. */
export async function sameContract(
  tx: Tx,
  resellerId: string,
  key: {
    readonly systemId: string;
    readonly sku: string;
    readonly startsOn: string;
    readonly profile: string | null;
  },
): Promise<string | null> {
  const [row] = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .leftJoin(positions, and(eq(positions.resellerId, contracts.resellerId), eq(positions.contractId, contracts.id)))
    .where(
      and(
        eq(contracts.resellerId, resellerId),
        eq(contracts.systemId, key.systemId),
        eq(contracts.sku, key.sku),
        eq(contracts.startsOn, key.startsOn),
        isNull(contracts.withdrawnAt),
        sql`${positions.profile} is not distinct from ${key.profile}`,
      ),
    )
    .limit(1);
  return row?.id ?? null;
}

export async function insertContract(tx: Tx, row: typeof contracts.$inferInsert): Promise<void> {
  await tx.insert(contracts).values(row);
}

export async function insertPosition(tx: Tx, row: typeof positions.$inferInsert): Promise<void> {
  await tx.insert(positions).values(row);
}

export async function insertTerm(tx: Tx, row: typeof terms.$inferInsert): Promise<void> {
  await tx.insert(terms).values(row);
}
