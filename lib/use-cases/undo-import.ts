import { builtOn } from "@/db/queries/import-effects";
import { importById } from "@/db/queries/imports";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { taskOf } from "./shared/import-file";
import { beginJob, type JobOutcome, type OnFailure, undoSteps } from "./shared/import-job";
import { undoPrices } from "./shared/import-prices";
import { undoEstate } from "./shared/import-undo";
import { withReseller } from "./shared/reseller-of";

/**
 * Begins to take a committed import back. Refused at once (`import-built-on`) while anything was built on it. It goes on after the answer;
 * whoever must wait for it awaits `finished`.
 */
export async function undoImport(
  viewer: Viewer,
  importId: string,
  today: Day,
  now: Date,
  onFailure: OnFailure,
): Promise<{ readonly finished: Promise<JobOutcome> } | "not-found" | Refusal> {
  if (!may(viewer, "import-estate")) return refuse("not-allowed");
  const { resellerId } = withReseller(viewer);
  // A file is about all customers: whoever is confined to some sees none.
  if (viewer.customerIds !== null || !isId(importId)) return "not-found";
  const judged = await withTenant(viewer, async (tx) => {
    const row = await importById(tx, resellerId, importId);
    if (row === null) return "not-found";
    if (!may(viewer, taskOf(row.kind))) return refuse("not-allowed");
    if (row.kind === "prices") return row.kind;
    const built = Object.values(await builtOn(tx, resellerId, importId)).reduce((sum, count) => sum + count, 0);
    return built > 0 ? refuse("import-built-on", { count: built }) : row.kind;
  });
  if (judged === "not-found" || isRefusal(judged)) return judged;
  const work = judged === "estate" ? undoEstate : undoPrices;
  return beginJob(resellerId, importId, undoSteps, (job) => work(job, viewer, today, now), onFailure);
}
