import { viewById, viewsOf } from "@/db/queries/stock-views";
import { withTenant } from "@/db/tenant";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";

/** A named view of Bestand: `search` is the part of its address after the question mark. */
export interface StockView {
  readonly id: string;
  readonly name: string;
  readonly search: string;
  readonly shared: boolean;
  readonly isOwn: boolean;
  readonly byName: string;
  /** Whether the viewer may share it, or take it away. */
  readonly mayChange: boolean;
}

/** The views that the viewer may use, by name: his own and the shared ones. */
export async function listStockViews(viewer: Viewer): Promise<readonly StockView[]> {
  if (!may(viewer, "see-stock")) throw new Error(`Bestand is not for the role ${viewer.role}`);
  const rows = await withTenant(viewer, (tx) => viewsOf(tx, viewer.resellerId ?? "", viewer.personId));
  return rows.map(({ personId, personName, ...row }) => ({
    ...row,
    isOwn: personId === viewer.personId,
    byName: personName,
    mayChange: may(viewer, "save-stock-view"),
  }));
}

/** What a view is called, deleted or not; null for one that is none, or not the viewer's to use. */
export async function nameOfStockView(
  viewer: Viewer,
  viewId: string,
): Promise<{ readonly name: string; readonly isDeleted: boolean } | null> {
  if (!may(viewer, "see-stock") || !isId(viewId)) return null;
  const row = await withTenant(viewer, (tx) => viewById(tx, viewer.resellerId ?? "", viewer.personId, viewId));
  return row === null ? null : { name: row.name, isDeleted: row.deletedAt !== null };
}
