import { decode, encode } from "next-auth/jwt";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import { deleteSessionsBefore, insertSession, liveSession, touchSession } from "@/db/queries/sessions";
import { type Tx, withAuth } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { LOCALE_COOKIE, type Locale } from "@/lib/i18n/locale";
import { authSecret, isSecure } from "./secrets";

/** A session ends this long after sign-in, whatever happens, in seconds. */
export const SESSION_MAX_SECONDS = 12 * 3600;
/** A session ends when nothing was asked for this long, in milliseconds. */
export const SESSION_IDLE_MS = 2 * 3_600_000;
/** Rows of sessions that are long over are kept this long, in milliseconds. */
const SESSION_KEPT_MS = 30 * 24 * 3_600_000;
/** How exact "last seen" is, in milliseconds: within it a request writes nothing. */
const SEEN_EXACT_MS = 60_000;

/** `__Host-` binds the cookie to this host, to https and to the whole site; browsers take it over https only. */
export const SESSION_COOKIE = isSecure ? "__Host-lizenzkontor.session" : "lizenzkontor.session";

export const cookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;

export function sessionLimits(now: Date) {
  return { now, idleSince: new Date(now.getTime() - SESSION_IDLE_MS) };
}

/** Opens a session in the given transaction and returns its id. */
export async function openSession(
  tx: Tx,
  who: { readonly personId: string; readonly membershipId: string | null; readonly userAgent: string | null },
  now: Date,
): Promise<string> {
  const id = uuidv7();
  await deleteSessionsBefore(tx, who.personId, new Date(now.getTime() - SESSION_KEPT_MS));
  await insertSession(tx, {
    id,
    personId: who.personId,
    membershipId: who.membershipId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_MAX_SECONDS * 1000),
    userAgent: who.userAgent === null ? null : who.userAgent.slice(0, 300),
  });
  return id;
}

/** The encrypted token of a session: it carries the session's id and nothing else. */
export function sessionToken(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: authSecret(), maxAge: SESSION_MAX_SECONDS });
}

/** The `Set-Cookie` line that signs in. */
export async function sessionCookie(sessionId: string): Promise<string> {
  return setCookie(SESSION_COOKIE, await sessionToken(sessionId), SESSION_MAX_SECONDS);
}

/** The `Set-Cookie` line that signs out. */
export function endedSessionCookie(): string {
  return setCookie(SESSION_COOKIE, "", 0);
}

/** A `Set-Cookie` line with the portal's usual bounds. The value must need no escaping. */
export function setCookie(name: string, value: string, maxAgeSeconds: number): string {
  const secure = isSecure ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The `Set-Cookie` line of the language; no secret, so scripts may read it. */
export function localeCookie(locale: Locale): string {
  return `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${365 * 24 * 3600}; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

/** One cookie of a request's `Cookie` header. */
export function cookieOf(headers: Headers, name: string): string | null {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The id of the session that a token names; null for a token that is forged, damaged or past its time. */
export async function sessionIdOf(token: string | null | undefined): Promise<string | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: authSecret() }).catch(() => null);
  return typeof claims?.sid === "string" && isUuid(claims.sid) ? claims.sid : null;
}

/** Who a session token stands for now. Role, reseller and customers come from the rows, so that a change counts at the next request. */
export async function viewerOfToken(token: string | null | undefined, now: Date): Promise<Viewer | null> {
  const sessionId = await sessionIdOf(token);
  if (sessionId === null) return null;
  return withAuth(async (tx) => {
    const row = await liveSession(tx, sessionId, sessionLimits(now));
    if (row === null) return null;
    const viewer = viewerOfRow(row);
    if (viewer !== null && now.getTime() - row.lastSeenAt.getTime() > SEEN_EXACT_MS) {
      await touchSession(tx, sessionId, now);
    }
    return viewer;
  });
}

type SessionRow = NonNullable<Awaited<ReturnType<typeof liveSession>>>;

function viewerOfRow(row: SessionRow): Viewer | null {
  const { personId, sessionId, name, email, locale } = row;
  const person = { personId, sessionId, name, email, locale };
  if (row.membershipId === null) {
    if (!row.isPlatformAdmin) return null;
    return { ...person, role: "platform-admin", resellerId: null, resellerName: null, customerIds: null };
  }
  if (row.role === null || row.resellerId === null || row.membershipEndedAt !== null) return null;
  return {
    ...person,
    role: row.role,
    resellerId: row.resellerId,
    resellerName: row.resellerName,
    customerIds: row.customerIds,
  };
}
