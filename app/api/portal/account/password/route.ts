import { z } from "zod";
import { passwordField } from "@/lib/auth/fields";
import { forgiveAttempt, reserveAttempt } from "@/lib/auth/limiter";
import { hashPassword, passwordMatches } from "@/lib/auth/password";
import { route } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import { isRefusal, refuse } from "@/lib/domain/refusal";
import { changePassword } from "@/lib/use-cases/change-password";

const schema = z.strictObject({ present: passwordField, next: passwordField, repeated: z.string().max(1_000) });

/** Changes one's own password. Guesses at the present one are limited as at the door. */
export const POST = route({ task: "manage-own-account", schema }, async ({ viewer, input }) => {
  const attempt = await reserveAttempt({ account: `present:${viewer.personId}`, address: null }, now());
  if ("lockedUntil" in attempt)
    return refuse("sign-in-locked", { until: attempt.lockedUntil.toISOString() }, "present");
  const outcome = await changePassword(viewer, input, { matches: passwordMatches, hash: hashPassword }, now());
  if (!isRefusal(outcome) || outcome.code !== "password-present-wrong") await forgiveAttempt(attempt);
  return outcome;
});
