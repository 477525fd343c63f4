import { auditHistory, type HistoryScope } from "@/db/queries/audit";
import { withTenant } from "@/db/tenant";
import { may, type Viewer } from "@/lib/domain/viewer";
import { type HistoryEntry, historyEntry } from "./shared/history";
import { isId } from "./shared/ids";

export interface History {
  readonly entries: readonly HistoryEntry[];
  /** Asked for next: entries with a smaller number than this. Null: these were the oldest. */
  readonly olderThan: number | null;
}

const NOTHING: History = { entries: [], olderThan: null };

/**
 * What happened to a customer, a system, a contract or (without a scope) at the whole reseller, the newest first. A clerk who is confined to some
 * customers gets what belongs to them, and nothing of what belongs to none. For the reseller's own people only.
 */
export async function listHistory(
  viewer: Viewer,
  scope: HistoryScope,
  page: { readonly olderThan?: number; readonly limit?: number } = {},
): Promise<History> {
  if (!may(viewer, "see-history")) return NOTHING;
  if (Object.values(scope).some((id) => !isId(id))) return NOTHING;
  const limit = Math.min(200, Math.max(1, page.limit ?? 20));
  const rows = await withTenant(viewer, (tx) => auditHistory(tx, viewer, scope, page.olderThan ?? null, limit + 1));
  const entries = rows.slice(0, limit).map(historyEntry);
  return { entries, olderThan: rows.length > limit ? (entries.at(-1)?.number ?? null) : null };
}
