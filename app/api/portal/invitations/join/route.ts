import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { tokenField } from "@/lib/auth/fields";
import { route } from "@/lib/auth/route";
import { openSession, sessionCookie } from "@/lib/auth/session";
import { tokenHash } from "@/lib/auth/tokens";
import { now } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { acceptAsViewer } from "@/lib/use-cases/accept-invitation";
import { switchReseller } from "@/lib/use-cases/switch-reseller";

const schema = z.strictObject({ token: tokenField });

/** Takes an invitation with the account that is signed in, and goes on as a member of that reseller. */
export const POST = route({ task: "manage-own-account", schema }, async ({ viewer, input, request }) => {
  const accepted = await acceptAsViewer(viewer, tokenHash(input.token), now());
  if (isRefusal(accepted)) return accepted;
  const userAgent = request.headers.get("user-agent");
  const open = (tx: Parameters<typeof openSession>[0], who: { personId: string; membershipId: string }) =>
    openSession(tx, { ...who, userAgent }, now());
  const switched = await switchReseller(viewer, accepted.membershipId ?? "", open, now());
  if (switched === "not-found") return switched;
  return done({ done: true }, { weiter: "/", setCookie: [await sessionCookie(switched.sessionId)] });
});
