import { type KeyHolder, sealedKeysAfter, setKey } from "@/db/queries/keys";
import { withTenantId } from "@/db/tenant";
import { isOutdated, openKey, sealKey } from "@/lib/vault/seal";
import { keyPlace } from "./shared/key-place";

const ROWS_AT_ONCE = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Seals a reseller's licence keys anew with the secret that seals now, a few hundred in each transaction: one that is broken off has done its
 * part, and the next goes on. The keys themselves stay the same, so versions do not rise and the trail says nothing.
 */
export async function resealKeys(resellerId: string): Promise<{ readonly seen: number; readonly sealed: number }> {
  let seen = 0;
  let sealed = 0;
  for (const holder of ["system", "licence"] as const satisfies readonly KeyHolder[]) {
    let after: string | null = FIRST;
    while (after !== null) {
      const from: string = after;
      after = await withTenantId(resellerId, async (tx) => {
        const rows = await sealedKeysAfter(tx, resellerId, holder, from, ROWS_AT_ONCE);
        for (const row of rows) {
          if (row.sealed === null) continue;
          seen += 1;
          if (!isOutdated(row.sealed)) continue;
          const place = keyPlace(resellerId, holder, row.id);
          await setKey(tx, resellerId, holder, row.id, row.version, sealKey(openKey(row.sealed, place), place));
          sealed += 1;
        }
        return rows.length < ROWS_AT_ONCE ? null : (rows.at(-1)?.id ?? null);
      });
    }
  }
  return { seen, sealed };
}
