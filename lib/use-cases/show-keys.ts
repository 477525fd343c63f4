import { type KeyHolder, lockKeyHolder, systemKeyMasks, wasRevealed } from "@/db/queries/keys";
import { type Tx, withTenant } from "@/db/tenant";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName, vendors } from "@/lib/price-lists/index";
import { openKey } from "@/lib/vault/seal";
import { isId } from "./shared/ids";
import { keyPlace } from "./shared/key-place";

/** A key is shown for so long after it was asked for, in milliseconds. */
export const REVEALED_MS = 2 * 60_000;

export interface KeyView {
  readonly holder: KeyHolder;
  readonly id: string;
  /** The system's or the article's. */
  readonly name: string;
  /** Null: no key was recorded. */
  readonly mask: string | null;
  /** Send it back with another key. */
  readonly version: number;
  /** The key itself, for a short while after the viewer has asked for it; null otherwise. */
  readonly plain: string | null;
}

export interface KeysView {
  readonly systemId: string;
  readonly systemName: string;
  readonly productName: string;
  readonly customerId: string;
  readonly customerName: string;
  /** The server's key first, then those of its licences. */
  readonly keys: readonly KeyView[];
}

/**
 * The licence keys of one system, masked. `asked` is the id of the system or licence whose key the viewer wants to read: he gets it if he has had
 * that noted (`revealKey`) just now. Null for an id that is none, foreign, or not his to see.
 */
export async function showKeys(
  viewer: Viewer,
  systemId: string,
  asked: string | null,
  now: Date,
): Promise<KeysView | null> {
  if (!may(viewer, "see-system") || !isId(systemId)) return null;
  return withTenant(viewer, async (tx) => {
    const system = await systemKeyMasks(tx, viewer, systemId);
    if (system === null) return null;
    const plainOf = async (holder: KeyHolder, id: string) =>
      id === asked ? plainKey(tx, viewer, systemId, holder, id, now) : null;
    const { vendor, mask, version } = system;
    const server = { holder: "system", id: system.id, name: system.name, mask, version } as const;
    const keys: KeyView[] = [{ ...server, plain: await plainOf("system", system.id) }];
    for (const licence of system.licences) {
      const name = articleName(vendor, licence.sku, viewer.locale);
      const { id } = licence;
      const own = { holder: "licence", id, name, mask: licence.mask, version: licence.version } as const;
      keys.push({ ...own, plain: await plainOf("licence", id) });
    }
    return {
      systemId,
      systemName: system.name,
      productName: vendors.find((each) => each.id === vendor)?.productName ?? vendor,
      customerId: system.customerId,
      customerName: system.customerName,
      keys,
    };
  });
}

async function plainKey(
  tx: Tx,
  viewer: Viewer,
  systemId: string,
  holder: KeyHolder,
  id: string,
  now: Date,
): Promise<string | null> {
  if (!may(viewer, "see-licence-keys")) return null;
  const since = new Date(now.getTime() - REVEALED_MS);
  if ((await wasRevealed(tx, viewer, systemId, id, since)) === null) return null;
  const row = await lockKeyHolder(tx, viewer, holder, id);
  return row?.sealed == null ? null : openKey(row.sealed, keyPlace(viewer.resellerId ?? "", holder, id));
}
