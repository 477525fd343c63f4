import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invitations, people, resellers } from "../schema";
import type { Tx } from "../tenant";

const open = (at: Date) =>
  and(isNull(invitations.usedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, at));

const inviter = alias(people, "inviter");

export async function insertInvitation(tx: Tx, invitation: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(invitation);
}

/** An invitation that can still be taken, with who invites. */
export async function openInvitation(tx: Tx, tokenHash: string, at: Date) {
  const [row] = await tx
    .select({
      id: invitations.id,
      email: invitations.email,
      name: invitations.name,
      role: invitations.role,
      customerIds: invitations.customerIds,
      resellerId: invitations.resellerId,
      resellerName: resellers.name,
      invitedByName: inviter.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(resellers, eq(resellers.resellerId, invitations.resellerId))
    .leftJoin(inviter, eq(inviter.id, invitations.invitedBy))
    .where(and(eq(invitations.tokenHash, tokenHash), open(at)));
  return row ?? null;
}

/** Marks it used, once: of many at the same moment exactly one gets true. */
export async function takeInvitation(tx: Tx, invitationId: string, at: Date): Promise<boolean> {
  const used = await tx
    .update(invitations)
    .set({ usedAt: at })
    .where(and(eq(invitations.id, invitationId), open(at)))
    .returning({ id: invitations.id });
  return used.length > 0;
}

export async function openInvitationsOf(tx: Tx, resellerId: string, at: Date) {
  return tx
    .select({
      id: invitations.id,
      email: invitations.email,
      name: invitations.name,
      role: invitations.role,
      customerIds: invitations.customerIds,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      invitedByName: inviter.name,
    })
    .from(invitations)
    .leftJoin(inviter, eq(inviter.id, invitations.invitedBy))
    .where(and(eq(invitations.resellerId, resellerId), open(at)))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}

/** Withdraws one open invitation of the reseller and says whose it was; null where there is none. */
export async function withdrawInvitation(tx: Tx, resellerId: string, id: string, at: Date) {
  const [withdrawn] = await tx
    .update(invitations)
    .set({ withdrawnAt: at })
    .where(and(eq(invitations.resellerId, resellerId), eq(invitations.id, id), open(at)))
    .returning({ name: invitations.name, email: invitations.email, role: invitations.role });
  return withdrawn ?? null;
}

/** Withdraws what is still open for an address with the reseller (with the platform: null), so that only the newest link works. */
export async function withdrawOpenFor(tx: Tx, resellerId: string | null, email: string, at: Date): Promise<void> {
  const tenant = resellerId === null ? isNull(invitations.resellerId) : eq(invitations.resellerId, resellerId);
  await tx
    .update(invitations)
    .set({ withdrawnAt: at })
    .where(and(tenant, eq(invitations.email, email), open(at)));
}
