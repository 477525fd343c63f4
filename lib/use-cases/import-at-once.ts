import { allFindings, importById, removeChunks, setImport } from "@/db/queries/imports";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { peekSheet } from "@/lib/import-export/read-sheet";
import { checkEstate } from "./shared/import-check";
import { commitEstate } from "./shared/import-commit";
import { beginJob, checkSteps, commitSteps, type OnFailure } from "./shared/import-job";
import type { ImportCounts, RowVerdict } from "./shared/import-plan";
import { keepFile, type UploadedFile } from "./shared/import-upload";
import { withReseller } from "./shared/reseller-of";

export interface ImportAnswer {
  /** Of the import that was committed; null where nothing was read in. */
  readonly importId: string | null;
  readonly counts: ImportCounts;
  /** Rows that were rejected, each with every problem; and rows with a warning. By line. */
  readonly rejected: readonly Pick<RowVerdict, "line" | "problems">[];
  readonly warned: readonly Pick<RowVerdict, "line" | "problems">[];
  /** The headings of the columns that were read, by what they mean. */
  readonly headings: Readonly<Record<string, string>>;
  /** Headings that nobody knows: their columns were not read. */
  readonly unknownColumns: readonly string[];
}

/**
 * The whole way of a file for programs, with what its headings say: `dryRun` looks only; else all or nothing, or (`partial`) all but the rejected
 * rows. Waits until it is done. A file with rejected rows that is not read in for them answers with its counts too.
 */
export async function importAtOnce(
  viewer: Viewer,
  file: UploadedFile,
  how: { readonly dryRun: boolean; readonly partial: boolean },
  today: Day,
  now: Date,
  onFailure: OnFailure,
): Promise<ImportAnswer | Refusal> {
  if (!may(viewer, "import-estate")) return refuse("not-allowed");
  if (viewer.customerIds !== null) return refuse("import-confined");
  const { resellerId } = withReseller(viewer);
  const head = await peekSheet(file.bytes, "estate");
  if (isRefusal(head)) return head;
  if (head.recognised === 0) return refuse("file-no-header");
  const importId = await keepFile(withReseller(viewer), file, head, now);
  const checking = await beginJob(resellerId, importId, checkSteps, (job) => checkEstate(job, today, now), onFailure);
  const checked = isRefusal(checking) ? checking : await checking.finished;
  if (isRefusal(checked)) {
    await throwAway(viewer, importId);
    return checked;
  }
  const found = await withTenant(viewer, async (tx) => ({
    row: await importById(tx, resellerId, importId),
    findings: await allFindings(tx, resellerId, importId),
  }));
  const counts = found.row?.counts as ImportCounts | null | undefined;
  if (found.row === null || !counts) throw new Error("a check that has ended left no counts");
  const { header, mapping } = found.row;
  const rows = found.findings.map(({ line, verdict, problems }) => ({ line, verdict, problems }));
  const answer = {
    counts,
    rejected: rows.filter(({ verdict }) => verdict === "rejected"),
    warned: rows.filter(({ verdict, problems }) => verdict !== "rejected" && problems.length > 0),
    headings: Object.fromEntries(
      mapping.flatMap((field, at) => (field === null ? [] : [[field, header[at] ?? field]])),
    ),
    unknownColumns: header.filter((heading, at) => mapping[at] === null && heading !== ""),
  };
  const isKeptOut = counts.rejected > 0 && !how.partial;
  if (how.dryRun || isKeptOut || counts.new + counts.changed === 0) {
    await throwAway(viewer, importId);
    return { importId: null, ...answer };
  }
  const work = await beginJob(
    resellerId,
    importId,
    commitSteps,
    (job) => commitEstate(job, viewer, how.partial, today, now),
    onFailure,
  );
  const committed = isRefusal(work) ? work : await work.finished;
  return isRefusal(committed) ? committed : { importId, ...answer };
}

async function throwAway(viewer: Viewer, importId: string): Promise<void> {
  const { resellerId } = withReseller(viewer);
  await withTenant(viewer, async (tx) => {
    await setImport(tx, resellerId, importId, ["uploaded", "checked"], { state: "discarded" });
    await removeChunks(tx, resellerId, importId);
  });
}
