import { openInvitation } from "@/db/queries/invitations";
import { withAuth } from "@/db/tenant";
import type { Role } from "@/lib/domain/viewer";

export interface InvitationView {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Null for the platform's own admin. */
  readonly resellerName: string | null;
  readonly invitedByName: string | null;
  /** ISO instant. */
  readonly expiresAt: string;
}

/**
 * What the holder of a link sees. It does not say whether the address has an account already: the reseller's admin holds the link too, and
 * that an address is known elsewhere is none of his business.
 */
export async function showInvitation(tokenHash: string, now: Date): Promise<InvitationView | null> {
  const found = await withAuth((tx) => openInvitation(tx, tokenHash, now));
  if (found === null) return null;
  const { email, name, role, resellerName, invitedByName, expiresAt } = found;
  return { email, name, role, resellerName, invitedByName, expiresAt: expiresAt.toISOString() };
}
