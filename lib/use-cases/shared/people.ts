import { membersOf } from "@/db/queries/people";
import { withAuth } from "@/db/tenant";
import type { AuditValues } from "@/lib/domain/audit";
import { may, type Viewer } from "@/lib/domain/viewer";

export interface StaffName {
  readonly id: string;
  readonly name: string;
  /** Can be responsible for customers: an active admin or clerk. */
  readonly isClerk: boolean;
}

/** Names of everybody who belongs, or belonged, to the viewer's reseller; none for a customer's people, to whom they are nobody's business. */
export async function staffNames(viewer: Viewer): Promise<readonly StaffName[]> {
  if (viewer.resellerId === null || !may(viewer, "see-customers")) return [];
  const { resellerId } = viewer;
  const members = await withAuth((tx) => membersOf(tx, resellerId));
  return members.map(({ personId, name, role, deactivatedAt }) => ({
    id: personId,
    name,
    isClerk: deactivatedAt === null && (role === "clerk" || role === "reseller-admin"),
  }));
}

export function nameOf(people: readonly StaffName[], id: string | null): string | null {
  return people.find((person) => person.id === id)?.name ?? null;
}

/** Ids of those who can be responsible for customers. */
export function clerkIdsOf(people: readonly StaffName[]): ReadonlySet<string> {
  return new Set(people.filter((person) => person.isClerk).map((person) => person.id));
}

/** A customer's values with the names of who is responsible, since ids say nothing to who reads the trail. */
export function withNames(values: AuditValues, people: readonly StaffName[]): AuditValues {
  const { clerkId, deputyId } = values;
  const named = (id: unknown) => (typeof id === "string" ? nameOf(people, id) : null);
  return {
    ...values,
    ...(clerkId === undefined ? {} : { clerkName: named(clerkId) }),
    ...(deputyId === undefined ? {} : { deputyName: named(deputyId) }),
  };
}
