import { v7 as uuidv7 } from "uuid";
import { memberships, people } from "@/db/schema";
import { withAuth } from "@/db/tenant";
import { hashPassword } from "@/lib/auth/password";
import { openSession, SESSION_COOKIE, sessionToken } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import type { Role } from "@/lib/domain/viewer";
import { env } from "@/lib/env";

export const PASSWORD = "drei bunte fahrräder";
const hash = hashPassword(PASSWORD);

export interface MadePerson {
  readonly personId: string;
  readonly membershipId: string | null;
  readonly email: string;
}

/** A person with the test password and a membership of the reseller (none for the platform's admin). */
export async function makePerson(
  role: Role,
  resellerId: string | null,
  more: { email?: string; customerIds?: string[] | null; deactivatedAt?: Date; membershipDeactivatedAt?: Date } = {},
): Promise<MadePerson> {
  const personId = uuidv7();
  const email = more.email ?? `p-${personId}@example.org`;
  const passwordHash = await hash;
  const membershipId = role === "platform-admin" ? null : uuidv7();
  await withAuth(async (tx) => {
    await tx.insert(people).values({
      id: personId,
      email,
      name: `Person ${personId.slice(-4)}`,
      passwordHash,
      isPlatformAdmin: role === "platform-admin",
      deactivatedAt: more.deactivatedAt ?? null,
    });
    if (role === "platform-admin" || membershipId === null || resellerId === null) return;
    await tx.insert(memberships).values({
      id: membershipId,
      personId,
      resellerId,
      role,
      customerIds: more.customerIds ?? null,
      deactivatedAt: more.membershipDeactivatedAt ?? null,
    });
  });
  return { personId, membershipId, email };
}

/** A living session of the person and its token. */
export async function makeSession(person: MadePerson): Promise<{ sessionId: string; token: string }> {
  const sessionId = await withAuth((tx) => openSession(tx, { ...person, userAgent: null }, now()));
  return { sessionId, token: await sessionToken(sessionId) };
}

interface Sent {
  /** Null: no header. */
  readonly origin?: string | null;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** A request as a page of the portal sends it. */
export function sent(
  path: string,
  body: unknown,
  { origin = env.origin, token, headers, method = "POST" }: Sent = {},
): Request {
  const isText = typeof body === "string";
  return new Request(`${env.origin}${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(origin === null ? {} : { origin }),
      ...(token === undefined ? {} : { cookie: `${SESSION_COOKIE}=${token}` }),
      ...headers,
    },
    ...(method === "GET" ? {} : { body: isText ? body : JSON.stringify(body) }),
  });
}

/** The session token that an answer sets, or null. */
export function tokenIn(response: Response): string | null {
  const line = response.headers.getSetCookie().find((each) => each.startsWith(`${SESSION_COOKIE}=`));
  return line?.slice(SESSION_COOKIE.length + 1).split(";")[0] || null;
}
