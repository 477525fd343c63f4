import { activeMembershipsOf } from "@/db/queries/people";
import { endSession } from "@/db/queries/sessions";
import { type Tx, withAuth } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";

/** Opens the session that takes the place of the ended one and returns its id; the sign-in's matter, which lends it. */
export type OpenSession = (tx: Tx, who: { personId: string; membershipId: string }) => Promise<string>;

/** Goes on as a member of another reseller: the present session ends and a new one begins, so that no page of the old one still works. */
export async function switchReseller(
  viewer: Viewer,
  membershipId: string,
  open: OpenSession,
  now: Date,
): Promise<{ sessionId: string } | "not-found"> {
  return withAuth(async (tx) => {
    const memberships = await activeMembershipsOf(tx, viewer.personId);
    if (viewer.resellerId === null || !memberships.some(({ id }) => id === membershipId)) return "not-found";
    await endSession(tx, viewer.personId, viewer.sessionId, now);
    return { sessionId: await open(tx, { personId: viewer.personId, membershipId }) };
  });
}
