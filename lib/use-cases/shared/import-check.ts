import { importById, putFindings, rememberMapping } from "@/db/queries/imports";
import { withTenantId } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, refuse } from "@/lib/domain/refusal";
import type { ColumnMapping } from "@/lib/import-export/columns";
import { type ReadRow, readRow } from "@/lib/import-export/read-row";
import type { TableRow } from "@/lib/import-export/table";
import { compareEstate, digestOfPlan } from "./import-compare";
import { mappingFault, neededFields, openFile, rowsOfFile } from "./import-file";
import type { ImportJob, JobOutcome } from "./import-job";
import type { RowVerdict } from "./import-plan";

/** The work of a dry run: reads the file whole, compares it with what is there, and keeps what it found. Changes nothing else. */
export async function checkEstate(job: ImportJob, today: Day, now: Date): Promise<JobOutcome> {
  const { resellerId, importId } = job;
  const read = await readEstate(job);
  if (isRefusal(read)) return read;
  const { row, rows } = read;
  const plan = await withTenantId(resellerId, (tx) => compareEstate(tx, resellerId, rows, today, false, job.report));
  await withTenantId(resellerId, async (tx) => {
    await putFindings(tx, resellerId, importId, findingsOf(plan.verdicts, rows));
    const { mapping, sourceKey, fileName, kind } = row;
    await rememberMapping(tx, { resellerId, kind, sourceKey, mapping, fileName, usedAt: now });
    const counts = { ...plan.counts };
    await job.end(tx, { state: "checked", counts, planDigest: digestOfPlan(plan), checkedAt: now });
  });
  return "ended";
}

/** The estate's file, row by row, as its mapping says. */
export const readEstate = (job: ImportJob) => readImport(job, readRow);

/** An import's file, row by row, read with its mapping. */
export async function readImport<R>(job: ImportJob, readOne: (row: TableRow, mapping: ColumnMapping) => R) {
  const { resellerId, importId } = job;
  job.report({ phase: "reading", done: 0, total: null });
  const { row, bytes } = await withTenantId(resellerId, async (tx) => ({
    row: await importById(tx, resellerId, importId),
    bytes: await openFile(tx, resellerId, importId),
  }));
  if (row === null || bytes === null) return refuse("import-file-gone");
  const fault = mappingFault(row.mapping, row.header, neededFields[row.kind]);
  if (fault !== null) return fault;
  const rows = await rowsOfFile(bytes, row, (each) => readOne(each, row.mapping), job.report);
  return isRefusal(rows) ? rows : { row, rows };
}

export function findingsOf(
  verdicts: readonly RowVerdict[],
  rows: readonly { readonly values: ReadRow["values"] | Pick<ReadRow["values"], "sku"> }[],
) {
  const worth = verdicts.flatMap((verdict, at) =>
    verdict.verdict === "rejected" || verdict.verdict === "changed" || verdict.problems.length > 0
      ? [{ verdict, row: rows[at] }]
      : [],
  );
  return worth.map(({ verdict: { line, verdict, problems, differences }, row }) => {
    const { customer_number: customerNumber, customer, sku }: ReadRow["values"] = row?.values ?? {};
    const about = Object.fromEntries(
      Object.entries({ customerNumber, customer, sku }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    );
    return { line, verdict, about, problems, differences };
  });
}
