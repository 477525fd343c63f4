import { and, asc, count, eq, gt, isNull } from "drizzle-orm";
import { invitations, memberships, resellers } from "../schema";
import type { Tx } from "../tenant";

export async function allResellers(tx: Tx) {
  return tx
    .select({ id: resellers.resellerId, name: resellers.name, createdAt: resellers.createdAt })
    .from(resellers)
    .orderBy(asc(resellers.name));
}

export async function resellerByName(tx: Tx, name: string) {
  const [row] = await tx
    .select({ id: resellers.resellerId, name: resellers.name })
    .from(resellers)
    .where(eq(resellers.name, name));
  return row ?? null;
}

export async function resellerById(tx: Tx, resellerId: string) {
  const [row] = await tx
    .select({ id: resellers.resellerId, name: resellers.name })
    .from(resellers)
    .where(eq(resellers.resellerId, resellerId));
  return row ?? null;
}

/** False where the name is taken. */
export async function insertReseller(tx: Tx, reseller: { resellerId: string; name: string; createdAt: Date }) {
  const added = await tx
    .insert(resellers)
    .values(reseller)
    .onConflictDoNothing({ target: resellers.name })
    .returning({ id: resellers.resellerId });
  return added.length > 0;
}

/** Active admins per reseller. */
export async function adminCounts(tx: Tx) {
  return tx
    .select({ resellerId: memberships.resellerId, admins: count() })
    .from(memberships)
    .where(and(eq(memberships.role, "reseller-admin"), isNull(memberships.deactivatedAt)))
    .groupBy(memberships.resellerId);
}

/** Resellers whose admin has been invited and has not answered yet. */
export async function openAdminInvitations(tx: Tx, at: Date) {
  return tx
    .select({
      resellerId: invitations.resellerId,
      email: invitations.email,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.role, "reseller-admin"),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, at),
      ),
    );
}
