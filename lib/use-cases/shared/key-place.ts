import type { KeyHolder } from "@/db/queries/keys";
import type { AuditAction, AuditField } from "@/lib/domain/audit";
import type { Place } from "@/lib/vault/seal";

/** Where the key of a system or a licence is sealed for. */
export function keyPlace(resellerId: string, holder: KeyHolder, id: string): Place {
  return holder === "system"
    ? { resellerId, table: "systems", id, column: "server_key" }
    : { resellerId, table: "licences", id, column: "licence_key" };
}

/** What the trail calls it. */
export const keyActions: Readonly<
  Record<KeyHolder, { recorded: AuditAction; removed: AuditAction; revealed: AuditAction; field: AuditField }>
> = {
  system: {
    recorded: "server-key-recorded",
    removed: "server-key-removed",
    revealed: "server-key-revealed",
    field: "serverKeyMask",
  },
  licence: {
    recorded: "licence-key-recorded",
    removed: "licence-key-removed",
    revealed: "licence-key-revealed",
    field: "licenceKeyMask",
  },
};
