import { hasViewNamed, setView, viewById } from "@/db/queries/stock-views";
import { withTenant } from "@/db/tenant";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";

export const stockViewActs = ["share", "unshare", "delete", "restore"] as const;
export type StockViewAct = (typeof stockViewActs)[number];

/**
 * Shares a view with everybody of the reseller or takes it back, deletes it, or brings back what was deleted. One's own, or a shared one: of
 * those every editor takes care. Taking back what another has shared leaves it with him.
 */
export async function changeStockView(
  viewer: Viewer,
  input: { readonly viewId: string; readonly act: StockViewAct },
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "save-stock-view")) return refuse("not-allowed");
  if (!isId(input.viewId)) return "not-found";
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const view = await viewById(tx, resellerId, viewer.personId, input.viewId);
    if (view === null || (view.deletedAt !== null && input.act !== "restore")) return "not-found";
    switch (input.act) {
      case "share":
      case "unshare":
        await setView(tx, resellerId, view.id, { shared: input.act === "share" });
        return "done";
      case "delete":
        await setView(tx, resellerId, view.id, { deletedAt: now });
        return "done";
      case "restore":
        if (view.deletedAt === null) return "done";
        if (await hasViewNamed(tx, resellerId, view.personId, view.name)) return refuse("view-name-taken");
        await setView(tx, resellerId, view.id, { deletedAt: null });
        return "done";
    }
  });
}
