import { importById, rejectedRows } from "@/db/queries/imports";
import { withTenant } from "@/db/tenant";
import { isRefusal } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { shownCell } from "@/lib/import-export/cell-values";
import { csvDialects, csvLine } from "@/lib/import-export/csv";
import type { RowProblem } from "@/lib/import-export/read-row";
import { readSheet } from "@/lib/import-export/read-sheet";
import { isId } from "./shared/ids";
import { openFile } from "./shared/import-file";
import { withReseller } from "./shared/reseller-of";

export interface RejectedRowsFile {
  readonly fileName: string;
  readonly pieces: readonly string[];
}

/**
 * A file of only the rows that the check has rejected, with the header and one more column that says why: to be mended and read in. `say` words
 * the problems of a row. Null where there is no such import, or its file is gone. Licence keys stand in it as in the file that was uploaded, so
 * it is for those who may read files in.
 */
export async function exportRejectedRows(
  viewer: Viewer,
  importId: string,
  heading: string,
  say: (problems: readonly RowProblem[]) => string,
): Promise<RejectedRowsFile | null> {
  if (!may(viewer, "import-estate") || viewer.customerIds !== null || !isId(importId)) return null;
  const { resellerId } = withReseller(viewer);
  const found = await withTenant(viewer, async (tx) => {
    const row = await importById(tx, resellerId, importId);
    if (row === null) return null;
    return {
      row,
      bytes: await openFile(tx, resellerId, importId),
      rejected: await rejectedRows(tx, resellerId, importId),
    };
  });
  if (found === null || found.bytes === null || found.rejected.length === 0) return null;
  const { row, bytes, rejected } = found;
  const problems = new Map(rejected.map((each) => [each.line, each.problems]));
  const dialect = csvDialects.excel;
  const pieces = [`${dialect.begin}${csvLine([...row.header, heading], dialect)}`];
  const read = await readSheet(bytes, row.kind, row.headerLine, ({ line, cells }) => {
    const why = problems.get(line);
    if (why === undefined) return;
    const texts = row.header.map((_, at) => shownCell(cells[at] ?? ""));
    const errors = why.filter(({ level }) => level === "error");
    pieces.push(csvLine([...texts, say(errors)], dialect));
  });
  if (isRefusal(read)) return null;
  const name = row.fileName
    .replace(/\.[^.]*$/, "")
    .normalize("NFKD")
    .replaceAll(/[^\w.-]+/g, "-");
  return { fileName: `${name}-fehlerzeilen.csv`, pieces };
}
