import { importById } from "@/db/queries/imports";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { commitEstate } from "./shared/import-commit";
import { taskOf } from "./shared/import-file";
import { beginJob, commitSteps, type JobOutcome, type OnFailure } from "./shared/import-job";
import { commitPrices } from "./shared/import-prices";
import { withReseller } from "./shared/reseller-of";

/**
 * Begins to read a checked file in, all or nothing; `partial`: all but the rows that the check has rejected. It goes on after the answer; whoever
 * must wait for it awaits `finished`.
 */
export async function commitImport(
  viewer: Viewer,
  importId: string,
  partial: boolean,
  today: Day,
  now: Date,
  onFailure: OnFailure,
): Promise<{ readonly finished: Promise<JobOutcome> } | "not-found" | Refusal> {
  if (!may(viewer, "import-estate")) return refuse("not-allowed");
  const { resellerId } = withReseller(viewer);
  // A file is about all customers: whoever is confined to some sees none.
  if (viewer.customerIds !== null || !isId(importId)) return "not-found";
  const row = await withTenant(viewer, (tx) => importById(tx, resellerId, importId));
  if (row === null) return "not-found";
  if (!may(viewer, taskOf(row.kind))) return refuse("not-allowed");
  const { rejected = 0, new: added = 0, changed = 0 } = row.counts ?? {};
  if (row.state === "checked" && rejected > 0 && !partial) return refuse("import-has-rejected", { count: rejected });
  if (row.state === "checked" && added + changed === 0) return refuse("import-nothing-to-do");
  const work = row.kind === "estate" ? commitEstate : commitPrices;
  return beginJob(resellerId, importId, commitSteps, (job) => work(job, viewer, partial, today, now), onFailure);
}
