import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { effectsOf, insertEffects } from "@/db/queries/import-effects";
import { insertPrices, pricesOfVendors, withdrawPrices } from "@/db/queries/import-prices";
import { importById, putFindings, rememberMapping, removeChunks } from "@/db/queries/imports";
import type { PriceRowKind } from "@/db/queries/price-rows";
import { type Tx, withTenantId } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type ReadPrice, readPriceRow } from "@/lib/import-export/read-price";
import { vendorNamed } from "./import-articles";
import { findingsOf, readImport } from "./import-check";
import type { ImportJob, JobOutcome } from "./import-job";
import { type PricePlan, planPrices } from "./import-price-plan";
import { deriveFromPrices } from "./price-rows";
import { recordChanges } from "./record-change";

class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

async function compare(
  tx: Tx,
  resellerId: string,
  rows: readonly ReadPrice[],
  options: Readonly<Record<string, string>>,
): Promise<PricePlan> {
  const named = [
    ...new Set(rows.flatMap(({ values }) => (values.vendor === undefined ? [] : (vendorNamed(values.vendor) ?? [])))),
  ];
  const defaults = { priceKind: options.priceKind as PriceRowKind, validFrom: options.validFrom ?? "" };
  return planPrices(rows, await pricesOfVendors(tx, resellerId, named), defaults);
}

const digestOf = ({ verdicts, counts }: PricePlan) =>
  createHash("sha256")
    .update(JSON.stringify([counts, verdicts]))
    .digest("hex");

/** The work of a dry run of prices. */
export async function checkPrices(job: ImportJob, _today: Day, now: Date): Promise<JobOutcome> {
  const { resellerId, importId } = job;
  const read = await readImport(job, readPriceRow);
  if (isRefusal(read)) return read;
  const { row, rows } = read;
  await withTenantId(resellerId, async (tx) => {
    const plan = await compare(tx, resellerId, rows, row.options);
    await putFindings(tx, resellerId, importId, findingsOf(plan.verdicts, rows));
    const { mapping, sourceKey, fileName, kind } = row;
    await rememberMapping(tx, { resellerId, kind, sourceKey, mapping, fileName, usedAt: now });
    await job.end(tx, { state: "checked", counts: { ...plan.counts }, planDigest: digestOf(plan), checkedAt: now });
  });
  return "ended";
}

/** The work of reading prices in, in one transaction with what follows from them. */
export async function commitPrices(
  job: ImportJob,
  viewer: Viewer,
  partial: boolean,
  today: Day,
  now: Date,
): Promise<JobOutcome> {
  const { resellerId, importId } = job;
  const read = await readImport(job, readPriceRow);
  if (isRefusal(read)) return read;
  const { row, rows } = read;
  try {
    await withTenantId(resellerId, async (tx) => {
      const plan = await compare(tx, resellerId, rows, row.options);
      const { counts, inserts } = plan;
      if (digestOf(plan) !== row.planDigest) throw new Refused(refuse("import-changed-meanwhile"));
      if (counts.rejected > 0 && !partial) throw new Refused(refuse("import-has-rejected", { count: counts.rejected }));
      if (inserts.length === 0) throw new Refused(refuse("import-nothing-to-do"));
      job.report({ phase: "writing", done: 0, total: inserts.length });
      const by = { recordedBy: viewer.personId, recordedByName: viewer.name, recordedAt: now };
      const made = inserts.map((price) => ({ resellerId, id: uuidv7(), ...price, ...by }));
      await insertPrices(tx, made);
      await insertEffects(
        tx,
        resellerId,
        importId,
        made.map(({ id }) => ({
          subjectType: "price-row" as const,
          subjectId: id,
          customerId: null,
          before: null,
          version: null,
        })),
      );
      const touched = new Set(inserts.flatMap(({ kind, vendor }) => (kind === "list" ? [vendor] : [])));
      for (const vendor of touched) await deriveFromPrices(tx, resellerId, vendor, today);
      await recordChanges(tx, viewer, [
        {
          action: "price-list-imported",
          subject: { type: "import", id: importId },
          after: {
            fileName: row.fileName,
            sha256: row.sha256,
            rowsNew: counts.new,
            rowsChanged: counts.changed,
            rowsUnchanged: counts.unchanged,
            rowsRejected: counts.rejected,
          },
          at: now,
        },
      ]);
      if (counts.rejected === 0) await removeChunks(tx, resellerId, importId);
      const committed = { committedByName: viewer.name, committedAt: now, partial: counts.rejected > 0 };
      await job.end(tx, { state: "committed", ...committed });
    });
    return "ended";
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** The work of taking prices back: each that is not withdrawn yet is. */
export async function undoPrices(job: ImportJob, viewer: Viewer, today: Day, now: Date): Promise<JobOutcome> {
  const { resellerId, importId } = job;
  await withTenantId(resellerId, async (tx) => {
    const row = await importById(tx, resellerId, importId);
    const ids = (await effectsOf(tx, resellerId, importId)).map(({ subjectId }) => subjectId);
    const by = { withdrawnBy: viewer.personId, withdrawnByName: viewer.name, withdrawnAt: now };
    const withdrawn = await withdrawPrices(tx, resellerId, ids, by);
    const touched = new Set(withdrawn.flatMap(({ kind, vendor }) => (kind === "list" ? [vendor] : [])));
    for (const vendor of touched) await deriveFromPrices(tx, resellerId, vendor, today);
    await recordChanges(tx, viewer, [
      {
        action: "import-undone",
        subject: { type: "import", id: importId },
        after: { fileName: row?.fileName ?? "", rowsWithdrawn: withdrawn.length },
        at: now,
      },
    ]);
    await removeChunks(tx, resellerId, importId);
    await job.end(tx, { state: "undone", undoneByName: viewer.name, undoneAt: now });
  });
  return "ended";
}
