import { type ImportRow, pageOfImports } from "@/db/queries/imports";
import { withTenant } from "@/db/tenant";
import { may, type Viewer } from "@/lib/domain/viewer";
import { cursorOf, pageSize, readCursor } from "./shared/ids";
import type { ImportCounts } from "./shared/import-plan";
import { withReseller } from "./shared/reseller-of";

export interface ImportItem {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportRow["state"];
  readonly counts: ImportCounts | null;
  readonly createdByName: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly committedAt: string | null;
  readonly undoneAt: string | null;
}

export interface ImportPage {
  readonly items: readonly ImportItem[];
  readonly next: string | null;
}

/** Files that were uploaded, the newest first. None for a clerk who is confined to customers: a file is about all of them. */
export async function listImports(viewer: Viewer, cursor?: string, limit?: number): Promise<ImportPage> {
  if (!may(viewer, "see-imports") || viewer.customerIds !== null) return { items: [], next: null };
  const { resellerId } = withReseller(viewer);
  const size = pageSize(limit);
  const place = readCursor(cursor);
  const at = place === null ? Number.NaN : Date.parse(place.key);
  const after = place === null || Number.isNaN(at) ? null : { at: new Date(at), id: place.id };
  const rows = await withTenant(viewer, (tx) => pageOfImports(tx, resellerId, "estate", after, size + 1));
  const items = rows.slice(0, size).map((row) => ({
    id: row.id,
    fileName: row.fileName,
    state: row.state,
    counts: row.counts as ImportCounts | null,
    createdByName: row.createdByName,
    createdAt: row.createdAt.toISOString(),
    committedAt: row.committedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
  const last = items.at(-1);
  return { items, next: rows.length > size && last !== undefined ? cursorOf(last.createdAt, last.id) : null };
}
