import { activeMembershipsOf } from "@/db/queries/people";
import { liveSessionsOf, type SessionLimits } from "@/db/queries/sessions";
import { withAuth } from "@/db/tenant";
import type { Role, Viewer } from "@/lib/domain/viewer";

export interface SessionItem {
  readonly sessionId: string;
  /** ISO instants. */
  readonly signedInAt: string;
  readonly lastSeenAt: string;
  readonly userAgent: string | null;
  readonly resellerName: string | null;
  readonly isPresent: boolean;
}

export interface MembershipItem {
  readonly membershipId: string;
  readonly resellerName: string;
  readonly role: Role;
  readonly isPresent: boolean;
}

/** The viewer's own sessions that are alive, and the resellers that he belongs to. */
export async function showAccount(
  viewer: Viewer,
  limits: SessionLimits,
): Promise<{ sessions: SessionItem[]; memberships: MembershipItem[] }> {
  const { sessions, memberships } = await withAuth(async (tx) => ({
    sessions: await liveSessionsOf(tx, viewer.personId, limits),
    memberships: viewer.resellerId === null ? [] : await activeMembershipsOf(tx, viewer.personId),
  }));
  return {
    sessions: sessions.map(({ id, createdAt, lastSeenAt, userAgent, resellerName }) => ({
      sessionId: id,
      signedInAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      userAgent,
      resellerName,
      isPresent: id === viewer.sessionId,
    })),
    memberships: memberships.map(({ id, resellerId, resellerName, role }) => ({
      membershipId: id,
      resellerName,
      role,
      isPresent: resellerId === viewer.resellerId,
    })),
  };
}
