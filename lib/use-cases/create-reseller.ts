import { v7 as uuidv7 } from "uuid";
import { insertInvitation, withdrawOpenFor } from "@/db/queries/invitations";
import { adminCounts, insertReseller, resellerById, resellerByName } from "@/db/queries/resellers";
import { alsoWithTenant, type Tx, withPlatform } from "@/db/tenant";
import type { Actor } from "@/lib/domain/audit";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type Change, recordChange } from "./shared/record-change";

/** An invitation of a first admin can be taken for this long, in milliseconds. */
export const FIRST_ADMIN_MS = 7 * 24 * 3_600_000;

export interface FirstAdmin {
  /** In lower case, checked. */
  readonly email: string;
  readonly name: string;
}

export interface AdminInvited {
  readonly resellerId: string | null;
  readonly email: string;
  readonly expiresAt: string;
}

/** Makes a reseller and invites its first admin. `by` is the platform's admin, or null for the command line. */
export async function createReseller(
  by: Viewer | null,
  reseller: { readonly name: string; readonly admin: FirstAdmin },
  tokenHash: string,
  now: Date,
): Promise<AdminInvited | Refusal> {
  return withPlatform(async (tx) => {
    const resellerId = uuidv7();
    const { name, admin } = reseller;
    if (!(await insertReseller(tx, { resellerId, name, createdAt: now })))
      return refuse("reseller-name-taken", { name }, "name");
    await note(tx, resellerId, by, {
      action: "reseller-created",
      subject: { type: "reseller", id: resellerId },
      after: { name },
      at: now,
    });
    return invite(tx, resellerId, by, admin, tokenHash, now);
  });
}

/**
 * Invites an admin for a reseller that has none: the first link was lost or has run out. The command line (`by` null) may also
 * where there is one, for the day on which he is gone.
 */
export async function inviteFirstAdmin(
  by: Viewer | null,
  resellerId: string,
  admin: FirstAdmin,
  tokenHash: string,
  now: Date,
): Promise<AdminInvited | "not-found" | Refusal> {
  return withPlatform(async (tx) => {
    if ((await resellerById(tx, resellerId)) === null) return "not-found";
    const counts = by === null ? [] : await adminCounts(tx);
    if (counts.some((count) => count.resellerId === resellerId && count.admins > 0))
      return refuse("reseller-has-admin");
    return invite(tx, resellerId, by, admin, tokenHash, now);
  });
}

/** Invites an admin of the platform itself; only from the command line. */
export async function invitePlatformAdmin(admin: FirstAdmin, tokenHash: string, now: Date): Promise<AdminInvited> {
  return withPlatform((tx) => invite(tx, null, null, admin, tokenHash, now));
}

/** The reseller of a name, for the command line. */
export async function findReseller(name: string): Promise<{ id: string } | null> {
  return withPlatform((tx) => resellerByName(tx, name));
}

async function invite(
  tx: Tx,
  resellerId: string | null,
  by: Viewer | null,
  { email, name }: FirstAdmin,
  tokenHash: string,
  now: Date,
): Promise<AdminInvited> {
  const expiresAt = new Date(now.getTime() + FIRST_ADMIN_MS);
  await withdrawOpenFor(tx, resellerId, email, now);
  const id = uuidv7();
  const role = resellerId === null ? "platform-admin" : "reseller-admin";
  await insertInvitation(tx, {
    id,
    resellerId,
    email,
    name,
    role,
    customerIds: null,
    tokenHash,
    invitedBy: by?.personId ?? null,
    createdAt: now,
    expiresAt,
  });
  if (resellerId !== null)
    await note(tx, resellerId, by, {
      action: "person-invited",
      subject: { type: "invitation", id },
      after: { name, email, role, expiresAt: expiresAt.toISOString() },
      at: now,
    });
  return { resellerId, email, expiresAt: expiresAt.toISOString() };
}

/** In the reseller's own trail, where his people see who let in whom. The platform's admin writes there and reads nothing. */
async function note(tx: Tx, resellerId: string, by: Viewer | null, change: Change): Promise<void> {
  const command: Actor = { kind: "command", id: null, name: "admin:create" };
  const acting = by === null ? { ...command, resellerId } : { ...by, resellerId };
  await alsoWithTenant(tx, resellerId, (also) => recordChange(also, acting, change));
}
