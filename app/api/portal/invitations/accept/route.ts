import { z } from "zod";
import { withAuth } from "@/db/tenant";
import { done } from "@/lib/auth/answers";
import { nameField, passwordField, tokenField } from "@/lib/auth/fields";
import { hashPassword } from "@/lib/auth/password";
import { localeOfRequest } from "@/lib/auth/request";
import { route } from "@/lib/auth/route";
import { openSession, sessionCookie } from "@/lib/auth/session";
import { tokenHash } from "@/lib/auth/tokens";
import { now } from "@/lib/clock";
import { passwordWeakness } from "@/lib/domain/password";
import { isRefusal, refuse } from "@/lib/domain/refusal";
import { acceptAsNewPerson } from "@/lib/use-cases/accept-invitation";
import { showInvitation } from "@/lib/use-cases/show-invitation";

const schema = z.strictObject({
  token: tokenField,
  name: nameField,
  password: passwordField,
  repeated: z.string().max(1_000),
});

/** Takes an invitation as somebody new and signs him in. */
export const POST = route({ auth: "none", schema }, async ({ input, request }) => {
  const hash = tokenHash(input.token);
  // Before the costly hashing: who has no invitation gets no work done.
  const invitation = await showInvitation(hash, now());
  if (invitation === null) return refuse("invitation-gone");
  const weakness = passwordWeakness(input.password, invitation.email);
  if (weakness !== null) return refuse(weakness, {}, "password");
  if (input.password !== input.repeated) return refuse("passwords-differ", {}, "repeated");
  const person = {
    name: input.name,
    passwordHash: await hashPassword(input.password),
    locale: localeOfRequest(request),
  };
  const accepted = await acceptAsNewPerson(hash, person, now());
  if (isRefusal(accepted)) return accepted;
  const userAgent = request.headers.get("user-agent");
  const sessionId = await withAuth((tx) => openSession(tx, { ...accepted, userAgent }, now()));
  return done({ done: true }, { status: 201, weiter: "/", setCookie: [await sessionCookie(sessionId)] });
});
