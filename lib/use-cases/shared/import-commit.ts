import { v7 as uuidv7 } from "uuid";
import { lockQueue } from "@/db/queries/derived-decisions";
import { markInStock } from "@/db/queries/derived-stock";
import { insertEffects, insertWithdrawals } from "@/db/queries/import-effects";
import { insertEstate, updateEstate } from "@/db/queries/import-estate";
import { removeChunks } from "@/db/queries/imports";
import { type Tx, withTenantId } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { deriveCustomers } from "./derive";
import { readEstate } from "./import-check";
import { compareEstate, digestOfPlan } from "./import-compare";
import type { ImportJob, JobOutcome } from "./import-job";
import type { Effect, EstatePlan, Update } from "./import-plan";
import { changesOfPlan } from "./import-trail";
import { recordChanges } from "./record-change";
import { deriveStock } from "./stock";

/** Customers that are derived in one step. */
const BATCH = 200;

/** Carries a refusal out of the transaction, which is rolled back. */
class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * The work of reading in: everything in one transaction, from the comparison with what is there to the last derived row, or nothing. Refused
 * where it would do anything else than the check has shown, or where rows are rejected and not left out on purpose.
 */
export async function commitEstate(
  job: ImportJob,
  viewer: Viewer,
  partial: boolean,
  today: Day,
  now: Date,
): Promise<JobOutcome> {
  const { resellerId, importId } = job;
  const read = await readEstate(job);
  if (isRefusal(read)) return read;
  const { row, rows } = read;
  try {
    await withTenantId(resellerId, async (tx) => {
      await lockQueue(tx, resellerId, "alone");
      const plan = await compareEstate(tx, resellerId, rows, today, true, job.report);
      if (digestOfPlan(plan) !== row.planDigest) throw new Refused(refuse("import-changed-meanwhile"));
      const { counts } = plan;
      if (counts.rejected > 0 && !partial) throw new Refused(refuse("import-has-rejected", { count: counts.rejected }));
      if (counts.new + counts.changed === 0) throw new Refused(refuse("import-nothing-to-do"));
      job.report({ phase: "writing", done: 0, total: counts.new + counts.changed });
      await write(tx, resellerId, importId, plan, viewer, now);
      await deriveAll(tx, job, plan.customerIds, today);
      await recordChanges(
        tx,
        viewer,
        changesOfPlan(plan, { importId, fileName: row.fileName, sha256: row.sha256 }, now),
      );
      if (counts.rejected === 0) await removeChunks(tx, resellerId, importId);
      const by = { committedByName: viewer.name, committedAt: now, partial: counts.rejected > 0 };
      await job.end(tx, { state: "committed", ...by });
    });
    return "ended";
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function write(
  tx: Tx,
  resellerId: string,
  importId: string,
  plan: EstatePlan,
  viewer: Viewer,
  now: Date,
): Promise<void> {
  const { inserts, updates, withdrawnPurchases } = plan;
  const recorded = { recordedBy: viewer.personId, recordedAt: now };
  const stamped = <R extends object>(rows: readonly R[]) => rows.map((row) => ({ ...row, ...recorded }));
  await insertEstate(tx, resellerId, {
    ...inserts,
    purchases: stamped(inserts.purchases),
    terms: stamped(inserts.terms),
    notices: stamped(inserts.notices),
  });
  if (!(await updateEstate(tx, resellerId, updates))) throw new Refused(refuse("import-changed-meanwhile"));
  const by = { recordedBy: viewer.personId, recordedByName: viewer.name, recordedAt: now };
  await insertWithdrawals(
    tx,
    withdrawnPurchases.map(({ id, customerId }) => ({
      resellerId,
      id: uuidv7(),
      customerId,
      subjectType: "purchase" as const,
      subjectId: id,
      reason: "Durch einen Import berichtigt",
      importId,
      ...by,
    })),
  );
  await insertEffects(tx, resellerId, importId, effectsOf(plan));
}

const versioned: readonly Effect["subjectType"][] = ["customer", "system", "licence", "contract"];

/** With the version that the import leaves each row in. */
function effectsOf({ effects, updates }: EstatePlan) {
  const all: readonly Update[] = Object.values(updates).flat();
  const before = new Map(all.map(({ id, version }) => [id, version]));
  return effects.map((effect) => {
    if (!versioned.includes(effect.subjectType)) return { ...effect, version: null };
    return { ...effect, version: (before.get(effect.subjectId) ?? 0) + 1 };
  });
}

/** Derives decisions and stock of customers anew, in steps, so that one can be told how far it is. */
export async function deriveAll(tx: Tx, job: ImportJob, customerIds: readonly string[], today: Day): Promise<void> {
  const { resellerId } = job;
  const total = customerIds.length;
  for (let at = 0; at < total; at += BATCH) {
    job.report({ phase: "deriving", done: at, total });
    const batch = customerIds.slice(at, at + BATCH);
    await deriveCustomers(tx, resellerId, batch, today);
    await deriveStock(tx, resellerId, { customerIds: batch }, today);
    await markInStock(tx, resellerId, batch);
  }
}
