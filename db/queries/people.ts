import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { customers, memberships, people, resellers } from "../schema";
import type { Tx } from "../tenant";

export type MemberRole = (typeof memberships.role.enumValues)[number];

export async function personByEmail(tx: Tx, email: string) {
  const [row] = await tx.select().from(people).where(eq(people.email, email));
  return row ?? null;
}

export async function personById(tx: Tx, personId: string) {
  const [row] = await tx.select().from(people).where(eq(people.id, personId));
  return row ?? null;
}

/** False where the address is taken, also by a request that runs at the same moment. */
export async function insertPerson(tx: Tx, person: typeof people.$inferInsert): Promise<boolean> {
  const added = await tx.insert(people).values(person).onConflictDoNothing().returning({ id: people.id });
  return added.length > 0;
}

export async function setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
}

export async function setLocale(tx: Tx, personId: string, locale: "de" | "en"): Promise<void> {
  await tx.update(people).set({ locale }).where(eq(people.id, personId));
}

/** A person's memberships that are not deactivated, the oldest first. */
export async function activeMembershipsOf(tx: Tx, personId: string) {
  return tx
    .select({
      id: memberships.id,
      resellerId: memberships.resellerId,
      resellerName: resellers.name,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(resellers, eq(resellers.resellerId, memberships.resellerId))
    .where(and(eq(memberships.personId, personId), isNull(memberships.deactivatedAt)))
    .orderBy(asc(memberships.createdAt), asc(memberships.id));
}

/** Everybody who is or was a member of the reseller: active ones first, then by name. */
export async function membersOf(tx: Tx, resellerId: string) {
  return tx
    .select({
      membershipId: memberships.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      role: memberships.role,
      customerIds: memberships.customerIds,
      deactivatedAt: memberships.deactivatedAt,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.resellerId, resellerId))
    .orderBy(sql`${memberships.deactivatedAt} is not null`, asc(people.name), asc(people.id));
}

export async function memberByEmail(tx: Tx, resellerId: string, email: string) {
  const [row] = await tx
    .select({ membershipId: memberships.id, deactivatedAt: memberships.deactivatedAt })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.resellerId, resellerId), eq(people.email, email)));
  return row ?? null;
}

/** The membership of a person with the reseller, locked until the transaction ends. */
export async function lockMembership(tx: Tx, resellerId: string, personId: string) {
  const [row] = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.resellerId, resellerId), eq(memberships.personId, personId)))
    .for("update");
  return row ?? null;
}

/** The reseller's active admins, locked in one order, so that two of them cannot remove each other at the same moment. */
export async function lockAdmins(tx: Tx, resellerId: string) {
  return tx
    .select({ membershipId: memberships.id, personId: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.resellerId, resellerId),
        eq(memberships.role, "reseller-admin"),
        isNull(memberships.deactivatedAt),
      ),
    )
    .orderBy(asc(memberships.id))
    .for("update");
}

export async function insertMembership(tx: Tx, membership: typeof memberships.$inferInsert): Promise<boolean> {
  const added = await tx.insert(memberships).values(membership).onConflictDoNothing().returning({ id: memberships.id });
  return added.length > 0;
}

export async function updateMembership(
  tx: Tx,
  membershipId: string,
  change: { role?: MemberRole; customerIds?: string[] | null; deactivatedAt?: Date | null },
): Promise<void> {
  await tx.update(memberships).set(change).where(eq(memberships.id, membershipId));
}

/** Customers of the viewer's reseller by their numbers. */
export async function customersByNumber(tx: Tx, resellerId: string, numbers: readonly string[]) {
  if (numbers.length === 0) return [];
  return tx
    .select({ id: customers.id, number: customers.number, name: customers.name })
    .from(customers)
    .where(
      and(eq(customers.resellerId, resellerId), inArray(customers.number, [...numbers]), isNull(customers.archivedAt)),
    );
}

/** Number and name of customers of the viewer's reseller, for showing what somebody is confined to. */
export async function customersById(tx: Tx, resellerId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: customers.id, number: customers.number, name: customers.name })
    .from(customers)
    .where(and(eq(customers.resellerId, resellerId), inArray(customers.id, [...ids])))
    .orderBy(asc(customers.number));
}
