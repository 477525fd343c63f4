import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { endedSessionCookie } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { endSession } from "@/lib/use-cases/end-session";

/** Ends the session's row, so that the cookie is worth nothing anywhere, and takes the cookie away. */
export const POST = route({ auth: "none", schema: z.strictObject({}) }, async ({ viewer }) => {
  if (viewer !== null) await endSession(viewer, viewer.sessionId, now());
  return done({ done: true }, { weiter: "/anmelden", setCookie: [endedSessionCookie()] });
});
