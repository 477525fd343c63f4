import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { openSession, sessionCookie } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { switchReseller } from "@/lib/use-cases/switch-reseller";

const schema = z.strictObject({ membershipId: z.uuid() });

/** Goes on as a member of another reseller, in a new session. */
export const POST = route({ task: "manage-own-account", schema }, async ({ viewer, input, request }) => {
  const userAgent = request.headers.get("user-agent");
  const switched = await switchReseller(
    viewer,
    input.membershipId,
    (tx, who) => openSession(tx, { ...who, userAgent }, now()),
    now(),
  );
  if (switched === "not-found") return switched;
  return done({ done: true }, { weiter: "/", setCookie: [await sessionCookie(switched.sessionId)] });
});
