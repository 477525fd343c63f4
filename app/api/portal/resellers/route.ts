import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { emailField, nameField } from "@/lib/auth/fields";
import { handLink } from "@/lib/auth/handed-link";
import { route } from "@/lib/auth/route";
import { invitationLink, newToken, tokenHash } from "@/lib/auth/tokens";
import { now } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { env } from "@/lib/env";
import { createReseller, inviteFirstAdmin } from "@/lib/use-cases/create-reseller";

const admin = { adminName: nameField, adminEmail: emailField };
const schema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("create"), name: nameField, ...admin }),
  z.strictObject({ act: z.literal("invite-admin"), resellerId: z.uuid(), ...admin }),
]);

/** Makes a reseller with its first admin's invitation, or a new invitation where the first one was lost. */
export const POST = route({ task: "manage-resellers", schema }, async ({ viewer, input }) => {
  const token = newToken();
  const first = { name: input.adminName, email: input.adminEmail };
  const invited =
    input.act === "create"
      ? await createReseller(viewer, { name: input.name, admin: first }, tokenHash(token), now())
      : await inviteFirstAdmin(viewer, input.resellerId, first, tokenHash(token), now());
  if (invited === "not-found" || isRefusal(invited)) return invited;
  return done(
    { ...invited, link: invitationLink(env.origin, token) },
    { status: 201, setCookie: [handLink(token, invited.email)] },
  );
});
