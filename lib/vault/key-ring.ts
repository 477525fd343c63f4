import { hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** The secrets that licence keys are sealed with, by id: the first seals, all open. */
export interface KeyRing {
  readonly current: string;
  readonly secrets: ReadonlyMap<string, string>;
}

/** `id:secret` pairs with commas between, as `lib/env` has checked them. */
export function readKeyRing(text: string): KeyRing {
  const pairs = text.split(",").map((pair) => {
    const at = pair.indexOf(":");
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  const [first] = pairs;
  if (first === undefined) throw new Error("A ring without a key.");
  return { current: first[0], secrets: new Map(pairs) };
}

/** Pages and routes are bundled apart, so what they share lies where the process keeps it. */
const shared = globalThis as typeof globalThis & { lizenzkontorVault?: string };

/** For commands that keep the secrets beside the data: what the process seals with from now on. */
export function openVault(secrets: string): void {
  shared.lizenzkontorVault = secrets;
}

/**
 * Development and tests without secrets make one up, and what it sealed is lost with the process; production seals nothing without secrets of
 * its own.
 */
export function keyRing(): KeyRing {
  const given = shared.lizenzkontorVault ?? env.licenceKeySecrets;
  if (given !== undefined) return readKeyRing(given);
  if (env.isProduction)
    throw new Error("LICENCE_KEY_SECRETS is not set: licence keys can be neither sealed nor opened.");
  shared.lizenzkontorVault = `passing:${randomBytes(32).toString("base64url")}`;
  return readKeyRing(shared.lizenzkontorVault);
}

/** A key of 32 bytes for one reseller and one purpose. */
export function derivedKey(secret: string, resellerId: string, purpose: "seal" | "digest"): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, resellerId, `licence keys 1 ${purpose}`, 32));
}
