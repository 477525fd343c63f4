import { lockAdmins, lockMembership, personById, updateMembership } from "@/db/queries/people";
import { endSessionsOfMembership } from "@/db/queries/sessions";
import { alsoWithTenant, withAuth } from "@/db/tenant";
import type { AuditAction, AuditValues } from "@/lib/domain/audit";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { customersOfRole, type MemberRole } from "./shared/customers-of-role";
import { recordChange } from "./shared/record-change";
import { withReseller } from "./shared/reseller-of";
import { rightsOf } from "./shared/rights-of";

export type PersonChange =
  | { readonly act: "change-role"; readonly role: MemberRole; readonly customerNumbers: string }
  | { readonly act: "deactivate" }
  | { readonly act: "reactivate" };

/**
 * Changes what somebody may do at the viewer's reseller. Deactivating, and every change of role or customers, ends the person's sessions
 * there at once. Nobody can change himself, and the last admin stays.
 */
export async function changePerson(
  viewer: Viewer,
  personId: string,
  change: PersonChange,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  const admin = withReseller(viewer);
  const customerIds =
    change.act === "change-role" ? await customersOfRole(admin, change.role, change.customerNumbers) : null;
  if (isRefusal(customerIds)) return customerIds;
  return withAuth(async (tx) => {
    // Admins before members, always: two admins who change each other then wait instead of blocking one another.
    const admins = await lockAdmins(tx, admin.resellerId);
    const membership = await lockMembership(tx, admin.resellerId, personId);
    if (membership === null) return "not-found";
    if (personId === admin.personId) return refuse("person-yourself");
    const person = await personById(tx, personId);
    const name = { name: person?.name ?? "", email: person?.email ?? "" };
    const note = (action: AuditAction, [before, after]: readonly AuditValues[] = []) =>
      alsoWithTenant(tx, admin.resellerId, (also) =>
        recordChange(also, viewer, {
          action,
          subject: { type: "person", id: personId },
          before: before ?? null,
          after: { ...name, ...after },
          at: now,
        }),
      );
    const isLastAdmin = admins.length === 1 && admins[0]?.personId === personId;

    switch (change.act) {
      case "reactivate":
        await updateMembership(tx, membership.id, { deactivatedAt: null });
        await note("person-reactivated");
        return "done";
      case "deactivate":
        if (isLastAdmin) return refuse("person-last-admin");
        await updateMembership(tx, membership.id, { deactivatedAt: membership.deactivatedAt ?? now });
        await endSessionsOfMembership(tx, membership.id, now);
        await note("person-deactivated");
        return "done";
      case "change-role":
        if (membership.deactivatedAt !== null) return refuse("person-deactivated");
        if (isLastAdmin && change.role !== "reseller-admin") return refuse("person-last-admin", {}, "role");
        await updateMembership(tx, membership.id, { role: change.role, customerIds });
        await endSessionsOfMembership(tx, membership.id, now);
        await note("person-role-changed", [
          await rightsOf(tx, admin.resellerId, membership.role, membership.customerIds),
          await rightsOf(tx, admin.resellerId, change.role, customerIds),
        ]);
        return "done";
    }
  });
}
