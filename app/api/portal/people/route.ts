import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { emailField, nameField } from "@/lib/auth/fields";
import { handLink } from "@/lib/auth/handed-link";
import { route } from "@/lib/auth/route";
import { invitationLink, newToken, tokenHash } from "@/lib/auth/tokens";
import { now } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { env } from "@/lib/env";
import { invitePerson } from "@/lib/use-cases/invite-person";
import { memberRoles } from "@/lib/use-cases/shared/customers-of-role";

const schema = z.strictObject({
  email: emailField,
  name: nameField,
  role: z.enum(memberRoles),
  customerNumbers: z.string().max(4_000).default(""),
});

/** Invites somebody. The link is in this answer and, for the page that follows, in a cookie of two minutes; nowhere else. */
export const POST = route({ task: "manage-people", schema }, async ({ viewer, input }) => {
  const token = newToken();
  const invited = await invitePerson(viewer, input, tokenHash(token), now());
  if (isRefusal(invited)) return invited;
  return done(
    { ...invited, link: invitationLink(env.origin, token) },
    { status: 201, setCookie: [handLink(token, invited.email)] },
  );
});
