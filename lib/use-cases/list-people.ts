import { openInvitationsOf } from "@/db/queries/invitations";
import { customersById, membersOf } from "@/db/queries/people";
import { withAuth, withTenant } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import type { MemberRole } from "./shared/customers-of-role";
import { withReseller } from "./shared/reseller-of";

export interface ConfinedTo {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export interface PersonItem {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  /** Null: all customers. */
  readonly customers: readonly ConfinedTo[] | null;
  readonly isDeactivated: boolean;
  readonly isYourself: boolean;
}

export interface InvitationItem {
  readonly invitationId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly customers: readonly ConfinedTo[] | null;
  readonly invitedByName: string | null;
  /** ISO instant. */
  readonly expiresAt: string;
}

/** The people of the viewer's reseller, and who has been invited and has not answered yet. */
export async function listPeople(
  viewer: Viewer,
  now: Date,
): Promise<{ people: PersonItem[]; invitations: InvitationItem[] }> {
  const { resellerId } = withReseller(viewer);
  const { members, invitations } = await withAuth(async (tx) => ({
    members: await membersOf(tx, resellerId),
    invitations: await openInvitationsOf(tx, resellerId, now),
  }));
  const ids = new Set([...members, ...invitations].flatMap(({ customerIds }) => customerIds ?? []));
  const found = await withTenant(viewer, (tx) => customersById(tx, resellerId, [...ids]));
  const confined = (customerIds: readonly string[] | null) =>
    customerIds === null ? null : found.filter(({ id }) => customerIds.includes(id));
  return {
    people: members.map(({ personId, name, email, role, customerIds, deactivatedAt }) => ({
      personId,
      name,
      email,
      role,
      customers: confined(customerIds),
      isDeactivated: deactivatedAt !== null,
      isYourself: personId === viewer.personId,
    })),
    invitations: invitations.flatMap(({ id, name, email, role, customerIds, invitedByName, expiresAt }) =>
      role === "platform-admin"
        ? []
        : [
            {
              invitationId: id,
              name,
              email,
              role,
              customers: confined(customerIds),
              invitedByName,
              expiresAt: expiresAt.toISOString(),
            },
          ],
    ),
  };
}
