import { v7 as uuidv7 } from "uuid";
import { insertInvitation, withdrawOpenFor } from "@/db/queries/invitations";
import { memberByEmail } from "@/db/queries/people";
import { alsoWithTenant, withAuth } from "@/db/tenant";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { customersOfRole, type MemberRole } from "./shared/customers-of-role";
import { recordChange } from "./shared/record-change";
import { withReseller } from "./shared/reseller-of";
import { rightsOf } from "./shared/rights-of";

/** An invitation can be taken for this long, in milliseconds. */
export const INVITATION_MS = 7 * 24 * 3_600_000;

export interface Invite {
  /** In lower case, checked. */
  readonly email: string;
  readonly name: string;
  readonly role: MemberRole;
  /** As typed; see `customersOfRole`. */
  readonly customerNumbers: string;
}

export interface Invited {
  readonly invitationId: string;
  readonly email: string;
  readonly expiresAt: string;
}

/**
 * Invites somebody to the viewer's reseller; of the link's secret only the hash is kept. Only the reseller's own people are looked at:
 * whether the address has an account elsewhere makes no difference here. An earlier open invitation for it stops working.
 */
export async function invitePerson(
  viewer: Viewer,
  invite: Invite,
  tokenHash: string,
  now: Date,
): Promise<Invited | Refusal> {
  const inviter = withReseller(viewer);
  const customerIds = await customersOfRole(inviter, invite.role, invite.customerNumbers);
  if (isRefusal(customerIds)) return customerIds;
  const { email, name, role } = invite;
  const expiresAt = new Date(now.getTime() + INVITATION_MS);
  return withAuth(async (tx) => {
    const member = await memberByEmail(tx, inviter.resellerId, email);
    if (member !== null) {
      return refuse(
        member.deactivatedAt === null ? "person-already-member" : "person-deactivated-member",
        { email },
        "email",
      );
    }
    await withdrawOpenFor(tx, inviter.resellerId, email, now);
    const invitationId = uuidv7();
    await insertInvitation(tx, {
      id: invitationId,
      resellerId: inviter.resellerId,
      email,
      name,
      role,
      customerIds,
      tokenHash,
      invitedBy: inviter.personId,
      createdAt: now,
      expiresAt,
    });
    const rights = await rightsOf(tx, inviter.resellerId, role, customerIds);
    await alsoWithTenant(tx, inviter.resellerId, (also) =>
      recordChange(also, viewer, {
        action: "person-invited",
        subject: { type: "invitation", id: invitationId },
        after: { name, email, ...rights, expiresAt: expiresAt.toISOString() },
        at: now,
      }),
    );
    return { invitationId, email, expiresAt: expiresAt.toISOString() };
  });
}
