import { adminCounts, allResellers, openAdminInvitations } from "@/db/queries/resellers";
import { withPlatform } from "@/db/tenant";

export interface ResellerItem {
  readonly id: string;
  readonly name: string;
  /** ISO instant. */
  readonly createdAt: string;
  readonly admins: number;
  /** The first admin's open invitation. */
  readonly invited: { readonly email: string; readonly expiresAt: string } | null;
}

/** All resellers for the platform's admin: names and whether somebody administers them, nothing of their data. */
export async function listResellers(now: Date): Promise<ResellerItem[]> {
  return withPlatform(async (tx) => {
    const resellers = await allResellers(tx);
    const counts = await adminCounts(tx);
    const invitations = await openAdminInvitations(tx, now);
    return resellers.map(({ id, name, createdAt }) => {
      const admins = counts.find(({ resellerId }) => resellerId === id)?.admins ?? 0;
      const open = invitations.find(({ resellerId }) => resellerId === id);
      return {
        id,
        name,
        createdAt: createdAt.toISOString(),
        admins,
        // Who joins later is the reseller's own business.
        invited: admins > 0 || !open ? null : { email: open.email, expiresAt: open.expiresAt.toISOString() },
      };
    });
  });
}
