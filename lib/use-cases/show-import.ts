import { builtOn } from "@/db/queries/import-effects";
import { type FindingFilter, type FindingRow, type ImportRow, importById, pageOfFindings } from "@/db/queries/imports";
import type { ImportProgress } from "@/db/schema-imports";
import { withTenant } from "@/db/tenant";
import { isRefusal } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { peekSheet } from "@/lib/import-export/read-sheet";
import { isId } from "./shared/ids";
import { openFile } from "./shared/import-file";
import type { ImportCounts } from "./shared/import-plan";
import { withReseller } from "./shared/reseller-of";

/** A column of the file: its heading, what it means (null: not read), and what stands in it in the first rows. */
export interface ImportColumn {
  readonly heading: string;
  readonly field: string | null;
  /** Of keys nothing is shown. */
  readonly samples: readonly string[];
}

export interface ImportView {
  readonly id: string;
  readonly kind: ImportRow["kind"];
  /** For prices: their kind and first day where a row does not say. */
  readonly options: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly format: Readonly<Record<string, string>>;
  readonly headerLine: number;
  readonly state: ImportRow["state"];
  /** The job that the state tells of was broken off, and can be begun again. */
  readonly isBroken: boolean;
  readonly refusal: ImportRow["refusal"];
  readonly progress: ImportProgress | null;
  readonly counts: ShownCounts | null;
  readonly partial: boolean;
  readonly hasFile: boolean;
  readonly createdByName: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly checkedAt: string | null;
  readonly committedByName: string | null;
  readonly committedAt: string | null;
  readonly undoneByName: string | null;
  readonly undoneAt: string | null;
  readonly columns: readonly ImportColumn[];
  readonly rows: FindingPage | null;
  /** What was built on it since it was committed, by kind; empty: it can be taken back. */
  readonly builtOn: Readonly<Record<string, number>>;
}

/** Figures of either kind of file; each has some of its own. */
export type ShownCounts = Pick<ImportCounts, "rows" | "new" | "changed" | "unchanged" | "rejected" | "warned"> &
  Partial<ImportCounts> & {
    /** Prices that hold and that the file does not name. */
    readonly gone?: number;
  };

export interface FindingPage {
  readonly filter: FindingFilter;
  readonly items: readonly FindingRow[];
  /** The line after which the next page begins. */
  readonly next: number | null;
}

const PAGE = 50;
const secret: readonly (string | null)[] = ["licence_key", "server_key"];

/** An import with whatever its state gives to look at; null for one that is not there or not the viewer's to see. */
export async function showImport(
  viewer: Viewer,
  importId: string,
  wanted: { readonly filter?: FindingFilter; readonly after?: number } = {},
): Promise<ImportView | null> {
  if (!may(viewer, "see-imports") || viewer.customerIds !== null || !isId(importId)) return null;
  const { resellerId } = withReseller(viewer);
  return withTenant(viewer, async (tx) => {
    const row = await importById(tx, resellerId, importId);
    if (row === null || row.state === "discarded") return null;
    const isWaiting = row.state === "uploaded" || row.state === "checked";
    const bytes = isWaiting ? await openFile(tx, resellerId, importId) : null;
    const head = bytes === null ? null : await peekSheet(bytes, row.kind);
    const samples = head === null || isRefusal(head) ? [] : head.samples;
    const counts = row.counts as ShownCounts | null;
    const filter = wanted.filter ?? firstFilter(counts);
    const after = wanted.after ?? 0;
    const findings =
      filter === null || counts === null ? [] : await pageOfFindings(tx, resellerId, importId, filter, after, PAGE + 1);
    const items = findings.slice(0, PAGE);
    return {
      id: row.id,
      kind: row.kind,
      options: row.options,
      fileName: row.fileName,
      sizeBytes: row.sizeBytes,
      sha256: row.sha256,
      format: row.format,
      headerLine: row.headerLine,
      state: row.state,
      isBroken: ["checking", "committing", "undoing"].includes(row.state) && row.isSilent,
      refusal: row.refusal,
      progress: row.progress,
      counts,
      partial: row.partial,
      hasFile: isWaiting ? bytes !== null : row.partial && row.state === "committed",
      createdByName: row.createdByName,
      createdAt: row.createdAt.toISOString(),
      checkedAt: row.checkedAt?.toISOString() ?? null,
      committedByName: row.committedByName,
      committedAt: row.committedAt?.toISOString() ?? null,
      undoneByName: row.undoneByName,
      undoneAt: row.undoneAt?.toISOString() ?? null,
      columns: row.header.map((heading, at) => {
        const field = row.mapping[at] ?? null;
        const shown = secret.includes(field) ? [] : samples.map((cells) => (cells[at] ?? "").slice(0, 60));
        return { heading, field, samples: shown };
      }),
      rows:
        filter === null || counts === null
          ? null
          : { filter, items, next: findings.length > PAGE ? (items.at(-1)?.line ?? null) : null },
      builtOn: row.state === "committed" && row.kind === "estate" ? await builtOn(tx, resellerId, importId) : {},
    };
  });
}

/** What matters most of what there is to look at. */
function firstFilter(counts: ShownCounts | null): FindingFilter | null {
  if (counts === null) return null;
  if (counts.rejected > 0) return "rejected";
  if (counts.changed > 0) return "changed";
  return counts.warned > 0 ? "warned" : null;
}
