import { type KeyHolder, lockKeyHolder } from "@/db/queries/keys";
import { withTenant } from "@/db/tenant";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { keyActions } from "./shared/key-place";
import { recordChange } from "./shared/record-change";

/** Notes that somebody asks for a licence key. For a short while `showKeys` then shows it to him, and to nobody else. */
export async function revealKey(
  viewer: Viewer,
  holder: KeyHolder,
  id: string,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "see-licence-keys")) return refuse("not-allowed");
  if (!isId(id)) return "not-found";
  return withTenant(viewer, async (tx) => {
    const row = await lockKeyHolder(tx, viewer, holder, id);
    if (row === null) return "not-found";
    if (row.sealed === null) return refuse("licence-key-missing");
    const { customerId, systemId, vendor } = row;
    const { revealed, field } = keyActions[holder];
    const about = "sku" in row ? { vendor, sku: row.sku } : { systemName: row.systemName };
    await recordChange(tx, viewer, {
      action: revealed,
      subject: { type: holder, id },
      of: { customerId, systemId },
      after: { ...about, [field]: row.mask },
      at: now,
    });
    return "done";
  });
}
