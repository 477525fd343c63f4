import { randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** Whether the portal is reached over https; cookies are then `Secure` and carry the `__Host-` prefix. */
export const isSecure = env.origin.startsWith("https://");

/** Pages and routes are bundled apart, so what they share lies where the process keeps it. */
const shared = globalThis as typeof globalThis & { lizenzkontorPassingSecret?: string };

/**
 * The key that session tokens are encrypted with. Development and tests without one make it up, and sessions end with the process;
 * production does not open a session without a key of its own.
 */
export function authSecret(): string {
  if (env.authSecret !== undefined) return env.authSecret;
  if (env.isProduction) throw new Error("NEXTAUTH_SECRET is not set: it needs at least 32 random characters.");
  shared.lizenzkontorPassingSecret ??= randomBytes(32).toString("hex");
  return shared.lizenzkontorPassingSecret;
}
