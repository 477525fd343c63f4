import { membersOf } from "@/db/queries/people";
import { withAuth } from "@/db/tenant";
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
export async function clerkIdsOf(viewer: Viewer): Promise<ReadonlySet<string>> {
  const people = await staffNames(viewer);
  return new Set(people.filter((person) => person.isClerk).map((person) => person.id));
}
