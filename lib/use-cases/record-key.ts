import { type KeyHolder, lockKeyHolder, setKey } from "@/db/queries/keys";
import { withTenant } from "@/db/tenant";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { digestOf, sealKey } from "@/lib/vault/seal";
import { isId } from "./shared/ids";
import { keyActions, keyPlace } from "./shared/key-place";
import { recordChange } from "./shared/record-change";
import { withReseller } from "./shared/reseller-of";

export interface KeyInput {
  readonly holder: KeyHolder;
  readonly id: string;
  /** Of the system or licence, as the person saw it. */
  readonly version: number;
  /** As typed; blanks around it do not count. Empty: the key is taken away. */
  readonly key: string;
}

export const KEY_AT_MOST = 500;

/** Records the licence key of a system or licence, sealed; of the one before it only the mask stays, in the trail. */
export async function recordKey(viewer: Viewer, input: KeyInput, now: Date): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "see-licence-keys")) return refuse("not-allowed");
  const { holder, id } = input;
  if (!isId(id)) return "not-found";
  const key = input.key.trim();
  if (key.length > KEY_AT_MOST) return refuse("licence-key-too-long", { most: KEY_AT_MOST }, "key");
  if (/\p{Cc}/u.test(key)) return refuse("licence-key-characters", {}, "key");
  const { resellerId } = withReseller(viewer);
  return withTenant(viewer, async (tx) => {
    const row = await lockKeyHolder(tx, viewer, holder, id);
    if (row === null) return "not-found";
    if (row.version !== input.version) return refuse("licence-key-changed", { mask: row.mask ?? "" });
    const isSame = key === "" ? row.sealed === null : row.digest === digestOf(key, resellerId);
    if (isSame) return "done";
    const sealed = key === "" ? null : sealKey(key, keyPlace(resellerId, holder, id));
    await setKey(tx, resellerId, holder, id, row.version + 1, sealed);
    const { customerId, systemId, vendor } = row;
    const { recorded, removed, field } = keyActions[holder];
    const about = "sku" in row ? { vendor, sku: row.sku } : { systemName: row.systemName };
    await recordChange(tx, viewer, {
      action: sealed === null ? removed : recorded,
      subject: { type: holder, id },
      of: { customerId, systemId },
      before: { [field]: row.mask },
      after: { ...about, [field]: sealed?.mask ?? null },
      at: now,
    });
    return "done";
  });
}
