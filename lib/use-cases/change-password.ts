import { personById, setPassword } from "@/db/queries/people";
import { endOtherSessions } from "@/db/queries/sessions";
import { withAuth } from "@/db/tenant";
import { passwordWeakness } from "@/lib/domain/password";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";

/** How passwords are hashed and guesses are limited is the sign-in's matter; it lends these. */
export interface PasswordKeeper {
  matches(hash: string | null, password: string): Promise<boolean>;
  hash(password: string): Promise<string>;
}

/**
 * Changes the viewer's own password. It needs the present one, so that an unlocked screen is not enough to take the account over, and
 * ends all of his other sessions.
 */
export async function changePassword(
  viewer: Viewer,
  passwords: { readonly present: string; readonly next: string; readonly repeated: string },
  keeper: PasswordKeeper,
  now: Date,
): Promise<"done" | Refusal> {
  const { present, next, repeated } = passwords;
  const person = await withAuth((tx) => personById(tx, viewer.personId));
  if (!(await keeper.matches(person?.passwordHash ?? null, present)))
    return refuse("password-present-wrong", {}, "present");
  const weakness = passwordWeakness(next, viewer.email);
  if (weakness !== null) return refuse(weakness, {}, "next");
  if (next === present) return refuse("password-unchanged", {}, "next");
  if (next !== repeated) return refuse("passwords-differ", {}, "repeated");
  const passwordHash = await keeper.hash(next);
  await withAuth(async (tx) => {
    await setPassword(tx, viewer.personId, passwordHash);
    await endOtherSessions(tx, viewer.personId, viewer.sessionId, now);
  });
  return "done";
}
