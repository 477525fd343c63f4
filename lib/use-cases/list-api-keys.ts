import { apiKeysOf } from "@/db/queries/api-keys";
import { withAuth } from "@/db/tenant";
import type { ApiScope } from "@/lib/domain/api-scopes";
import { may, type Viewer } from "@/lib/domain/viewer";
import { withReseller } from "./shared/reseller-of";

export interface ApiKeyItem {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly ApiScope[];
  readonly createdByName: string;
  readonly createdAt: Date;
  /** Null: never used. */
  readonly lastUsedAt: Date | null;
  /** Null: it works. */
  readonly revokedAt: Date | null;
  readonly revokedByName: string | null;
}

/** The reseller's keys of the public API: those that work first, then the newest. */
export async function listApiKeys(viewer: Viewer): Promise<readonly ApiKeyItem[]> {
  if (!may(viewer, "manage-api-keys")) throw new Error(`keys of the API are not for the role ${viewer.role}`);
  const { resellerId } = withReseller(viewer);
  return withAuth((tx) => apiKeysOf(tx, resellerId));
}
