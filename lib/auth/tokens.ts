import { createHash, randomBytes } from "node:crypto";

/** A secret for a link: 256 bits, in signs that need no escaping in an address. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a link's secret. Guessing 256 bits is hopeless, so a plain hash is enough. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The address that is handed to an invited person. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/einladung/${token}`;
}
