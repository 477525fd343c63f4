import { activeMembershipsOf, personByEmail, setPassword } from "@/db/queries/people";
import { withAuth } from "@/db/tenant";
import { emailOf } from "./email";
import { accountKey, addressKey, forgiveAttempt, type LimitKeys, reserveAttempt } from "./limiter";
import { hashPassword, needsRehash, passwordMatches } from "./password";
import { openSession } from "./session";

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  /** The request's `X-Forwarded-For`. */
  readonly forwardedFor: string | null;
  readonly userAgent: string | null;
}

export type SignInAnswer =
  | { readonly kind: "signed-in"; readonly personId: string; readonly sessionId: string; readonly locale: "de" | "en" }
  /** Wrong password, unknown address, deactivated person, no membership left: all the same to who asks. */
  | { readonly kind: "wrong" }
  /** Nothing was checked; the right password gets this answer too. */
  | { readonly kind: "locked"; readonly until: Date };

/** Opens a session for a person with the right password, under the limits against guessing. */
export async function signIn(request: SignInRequest, now: Date): Promise<SignInAnswer> {
  const email = emailOf(request.email);
  const keys: LimitKeys = {
    account: accountKey(email ?? request.email.slice(0, 500)),
    address: addressKey(request.forwardedFor),
  };
  const attempt = await reserveAttempt(keys, now);
  if ("lockedUntil" in attempt) return { kind: "locked", until: attempt.lockedUntil };

  const found = email === null ? null : await withAuth((tx) => personByEmail(tx, email));
  const person = found?.deactivatedAt === null ? found : null;
  const matches = await passwordMatches(person?.passwordHash ?? null, request.password.slice(0, 1_000));
  if (person === null || person.passwordHash === null || !matches) return { kind: "wrong" };

  const renewed = needsRehash(person.passwordHash) ? await hashPassword(request.password) : null;
  const sessionId = await withAuth(async (tx) => {
    const [membership] = person.isPlatformAdmin ? [] : await activeMembershipsOf(tx, person.id);
    if (membership === undefined && !person.isPlatformAdmin) return null;
    if (renewed !== null) await setPassword(tx, person.id, renewed);
    const who = { personId: person.id, membershipId: membership?.id ?? null, userAgent: request.userAgent };
    return openSession(tx, who, now);
  });
  if (sessionId === null) return { kind: "wrong" };
  await forgiveAttempt(attempt);
  return { kind: "signed-in", personId: person.id, sessionId, locale: person.locale };
}
