import { and, desc, eq, gt, isNull, lt, ne } from "drizzle-orm";
import { memberships, people, resellers, sessions } from "../schema";
import type { Tx } from "../tenant";

export interface SessionLimits {
  /** A session is dead when it was last seen at this instant or before. */
  readonly idleSince: Date;
  readonly now: Date;
}

const live = ({ now, idleSince }: SessionLimits) =>
  and(isNull(sessions.endedAt), gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, idleSince));

/** The living session with its person and membership as they are now; none where any of the three is ended or deactivated. */
export async function liveSession(tx: Tx, sessionId: string, limits: SessionLimits) {
  const [row] = await tx
    .select({
      sessionId: sessions.id,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      personId: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      isPlatformAdmin: people.isPlatformAdmin,
      membershipId: sessions.membershipId,
      role: memberships.role,
      customerIds: memberships.customerIds,
      membershipEndedAt: memberships.deactivatedAt,
      resellerId: memberships.resellerId,
      resellerName: resellers.name,
    })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.deactivatedAt)))
    .leftJoin(memberships, and(eq(memberships.id, sessions.membershipId), eq(memberships.personId, people.id)))
    .leftJoin(resellers, eq(resellers.resellerId, memberships.resellerId))
    .where(and(eq(sessions.id, sessionId), live(limits)));
  return row ?? null;
}

export async function touchSession(tx: Tx, sessionId: string, at: Date): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, sessionId));
}

export interface NewSession {
  readonly id: string;
  readonly personId: string;
  readonly membershipId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string | null;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.insert(sessions).values({ ...session, lastSeenAt: session.createdAt });
}

/** Sweeps away a person's sessions that ended by themselves before an instant. */
export async function deleteSessionsBefore(tx: Tx, personId: string, before: Date): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), lt(sessions.expiresAt, before)));
}

/** Ends one session of a person; false where that person has no such session. */
export async function endSession(tx: Tx, personId: string, sessionId: string, at: Date): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends the session that a cookie named. */
export async function endSessionById(tx: Tx, sessionId: string, at: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}

/** Ends all sessions of a person but one. */
export async function endOtherSessions(tx: Tx, personId: string, sessionId: string, at: Date): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.personId, personId), ne(sessions.id, sessionId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  return ended.length;
}

/** Ends all sessions that a person holds with one reseller. */
export async function endSessionsOfMembership(tx: Tx, membershipId: string, at: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.membershipId, membershipId), isNull(sessions.endedAt)));
}

/** A person's living sessions, the newest first. */
export async function liveSessionsOf(tx: Tx, personId: string, limits: SessionLimits) {
  return tx
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
      resellerName: resellers.name,
    })
    .from(sessions)
    .leftJoin(memberships, eq(memberships.id, sessions.membershipId))
    .leftJoin(resellers, eq(resellers.resellerId, memberships.resellerId))
    .where(and(eq(sessions.personId, personId), live(limits)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(50);
}
