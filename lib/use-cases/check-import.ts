import { importById, setImport } from "@/db/queries/imports";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { fieldsOf } from "@/lib/import-export/columns";
import { isId } from "./shared/ids";
import { checkEstate } from "./shared/import-check";
import { mappingFault, neededFields, taskOf } from "./shared/import-file";
import { beginJob, checkSteps, type JobOutcome, type OnFailure } from "./shared/import-job";
import { checkPrices } from "./shared/import-prices";
import { withReseller } from "./shared/reseller-of";

/**
 * Begins the dry run of a file with the meaning of its columns (by place; null: not read; absent: as recognised). It goes on after the answer;
 * whoever must wait for it awaits `finished`.
 */
export async function checkImport(
  viewer: Viewer,
  importId: string,
  mapping: readonly (string | null)[] | undefined,
  today: Day,
  now: Date,
  onFailure: OnFailure,
): Promise<{ readonly finished: Promise<JobOutcome> } | "not-found" | Refusal> {
  if (!may(viewer, "import-estate")) return refuse("not-allowed");
  const { resellerId } = withReseller(viewer);
  // A file is about all customers: whoever is confined to some sees none.
  if (viewer.customerIds !== null || !isId(importId)) return "not-found";
  const settled = await withTenant(viewer, async (tx) => {
    const row = await importById(tx, resellerId, importId);
    if (row === null) return "not-found";
    if (!may(viewer, taskOf(row.kind))) return refuse("not-allowed");
    const wanted = mapping ?? row.mapping;
    const known: readonly string[] = fieldsOf[row.kind];
    if (wanted.some((field) => field !== null && !known.includes(field))) return refuse("mapping-wrong");
    const fault = mappingFault(wanted, row.header, neededFields[row.kind]);
    if (fault !== null) return fault;
    await setImport(tx, resellerId, importId, ["uploaded", "checked"], {
      mapping: wanted,
      counts: null,
      planDigest: null,
    });
    return row.kind;
  });
  if (settled === "not-found" || isRefusal(settled)) return settled;
  const work = settled === "estate" ? checkEstate : checkPrices;
  return beginJob(resellerId, importId, checkSteps, (job) => work(job, today, now), onFailure);
}
