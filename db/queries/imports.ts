import { and, asc, between, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import {
  type ImportProgress,
  type ImportState,
  importChunks,
  importFindings,
  importMappings,
  imports,
} from "../schema-imports";
import type { Tx } from "../tenant";
import { insertMany } from "../write-many";

/** A job that was not heard of for so long was broken off, with the process that did it. */
const SILENCE = sql`interval '20 seconds'`;

const isSilent = sql<boolean>`coalesce(${imports.jobBeatAt} < now() - ${SILENCE}, true)`;

const columns = {
  id: imports.id,
  kind: imports.kind,
  fileName: imports.fileName,
  sizeBytes: imports.sizeBytes,
  sha256: imports.sha256,
  format: imports.format,
  headerLine: imports.headerLine,
  header: imports.header,
  mapping: imports.mapping,
  sourceKey: imports.sourceKey,
  options: imports.options,
  state: imports.state,
  refusal: imports.refusal,
  progress: imports.progress,
  counts: imports.counts,
  planDigest: imports.planDigest,
  partial: imports.partial,
  isSilent,
  createdByName: imports.createdByName,
  createdAt: imports.createdAt,
  checkedAt: imports.checkedAt,
  committedByName: imports.committedByName,
  committedAt: imports.committedAt,
  undoneByName: imports.undoneByName,
  undoneAt: imports.undoneAt,
};

export async function insertImport(tx: Tx, row: typeof imports.$inferInsert, chunks: Iterable<string>): Promise<void> {
  await tx.insert(imports).values(row);
  let place = 0;
  for (const sealed of chunks)
    await tx.insert(importChunks).values({ resellerId: row.resellerId, importId: row.id, place: place++, sealed });
}

export async function importById(tx: Tx, resellerId: string, id: string) {
  const [row] = await tx
    .select(columns)
    .from(imports)
    .where(and(eq(imports.resellerId, resellerId), eq(imports.id, id)));
  return row ?? null;
}

export type ImportRow = NonNullable<Awaited<ReturnType<typeof importById>>>;

/** The newest first; not those that were thrown away. */
export async function pageOfImports(
  tx: Tx,
  resellerId: string,
  kind: ImportRow["kind"],
  after: { readonly at: Date; readonly id: string } | null,
  limit: number,
) {
  const beyond =
    after === null
      ? undefined
      : or(
          lt(imports.createdAt, after.at),
          and(eq(imports.createdAt, after.at), sql`${imports.id} > ${after.id}::uuid`),
        );
  return tx
    .select(columns)
    .from(imports)
    .where(
      and(eq(imports.resellerId, resellerId), eq(imports.kind, kind), sql`${imports.state} <> 'discarded'`, beyond),
    )
    .orderBy(desc(imports.createdAt), asc(imports.id))
    .limit(limit);
}

/** So many pieces of the file at most, in order from that place on; none once it is done with. */
export async function chunksOf(
  tx: Tx,
  resellerId: string,
  importId: string,
  from: number,
  most: number,
): Promise<string[]> {
  const rows = await tx
    .select({ sealed: importChunks.sealed })
    .from(importChunks)
    .where(
      and(
        eq(importChunks.resellerId, resellerId),
        eq(importChunks.importId, importId),
        between(importChunks.place, from, from + most - 1),
      ),
    )
    .orderBy(asc(importChunks.place));
  return rows.map(({ sealed }) => sealed);
}

export async function removeChunks(tx: Tx, resellerId: string, importId: string): Promise<void> {
  await tx
    .delete(importChunks)
    .where(and(eq(importChunks.resellerId, resellerId), eq(importChunks.importId, importId)));
}

/**
 * Takes an import for a job: it stands in one of the states, or another job has left it in the job's own state and fallen silent. False
 * where it does not.
 */
export async function claimImport(
  tx: Tx,
  resellerId: string,
  importId: string,
  from: readonly ImportState[],
  to: ImportState,
  jobId: string,
): Promise<boolean> {
  const rows = await tx
    .update(imports)
    .set({ state: to, jobId, jobBeatAt: sql`now()`, progress: null, refusal: null })
    .where(
      and(
        eq(imports.resellerId, resellerId),
        eq(imports.id, importId),
        or(inArray(imports.state, [...from]), and(eq(imports.state, to), isSilent)),
      ),
    )
    .returning({ id: imports.id });
  return rows.length > 0;
}

/** That the job still lives, and how far it is. False where it was taken for dead and another has come. */
export async function beat(
  tx: Tx,
  resellerId: string,
  importId: string,
  jobId: string,
  progress: ImportProgress | null,
): Promise<boolean> {
  const rows = await tx
    .update(imports)
    .set({ jobBeatAt: sql`now()`, progress })
    .where(ofJob(resellerId, importId, jobId))
    .returning({ id: imports.id });
  return rows.length > 0;
}

/** Ends the job, in the transaction that holds what it did. False where another has come, and nothing must be kept. */
export async function endJob(
  tx: Tx,
  resellerId: string,
  importId: string,
  jobId: string,
  set: Partial<Omit<typeof imports.$inferInsert, "resellerId" | "id">>,
): Promise<boolean> {
  const rows = await tx
    .update(imports)
    .set({ ...set, jobId: null, jobBeatAt: null, progress: null })
    .where(ofJob(resellerId, importId, jobId))
    .returning({ id: imports.id });
  return rows.length > 0;
}

function ofJob(resellerId: string, importId: string, jobId: string): SQL | undefined {
  return and(eq(imports.resellerId, resellerId), eq(imports.id, importId), eq(imports.jobId, jobId));
}

/** Sets what the person decided, where the import stands in one of the states. */
export async function setImport(
  tx: Tx,
  resellerId: string,
  importId: string,
  states: readonly ImportState[],
  set: Partial<Omit<typeof imports.$inferInsert, "resellerId" | "id">>,
): Promise<boolean> {
  const rows = await tx
    .update(imports)
    .set(set)
    .where(and(eq(imports.resellerId, resellerId), eq(imports.id, importId), inArray(imports.state, [...states])))
    .returning({ id: imports.id });
  return rows.length > 0;
}

type Finding = Omit<typeof importFindings.$inferInsert, "resellerId" | "importId">;

/** Findings of a check in place of those of the check before. */
export async function putFindings(
  tx: Tx,
  resellerId: string,
  importId: string,
  findings: readonly Finding[],
): Promise<void> {
  await tx
    .delete(importFindings)
    .where(and(eq(importFindings.resellerId, resellerId), eq(importFindings.importId, importId)));
  await insertMany(
    tx,
    importFindings,
    findings.map((finding) => ({ resellerId, importId, ...finding })),
  );
}

/** What can be looked at of a check: rows of one verdict, or rows with a warning that are not rejected. */
export type FindingFilter = "rejected" | "changed" | "warned";

export async function pageOfFindings(
  tx: Tx,
  resellerId: string,
  importId: string,
  filter: FindingFilter,
  afterLine: number,
  limit: number,
) {
  const wanted =
    filter === "warned"
      ? and(
          sql`${importFindings.verdict} <> 'rejected'`,
          sql`${importFindings.problems} @> '[{"level": "warning"}]'::jsonb`,
        )
      : eq(importFindings.verdict, filter);
  return tx
    .select({
      line: importFindings.line,
      verdict: importFindings.verdict,
      about: importFindings.about,
      problems: importFindings.problems,
      differences: importFindings.differences,
    })
    .from(importFindings)
    .where(
      and(
        eq(importFindings.resellerId, resellerId),
        eq(importFindings.importId, importId),
        wanted,
        sql`${importFindings.line} > ${afterLine}`,
      ),
    )
    .orderBy(asc(importFindings.line))
    .limit(limit);
}

export type FindingRow = Awaited<ReturnType<typeof pageOfFindings>>[number];

/** All that a check found worth telling, by line. */
export async function allFindings(tx: Tx, resellerId: string, importId: string) {
  return tx
    .select({ line: importFindings.line, verdict: importFindings.verdict, problems: importFindings.problems })
    .from(importFindings)
    .where(and(eq(importFindings.resellerId, resellerId), eq(importFindings.importId, importId)))
    .orderBy(asc(importFindings.line));
}

/** Lines that were rejected, with their problems: for the file to mend. */
export async function rejectedRows(tx: Tx, resellerId: string, importId: string) {
  return tx
    .select({ line: importFindings.line, problems: importFindings.problems })
    .from(importFindings)
    .where(
      and(
        eq(importFindings.resellerId, resellerId),
        eq(importFindings.importId, importId),
        eq(importFindings.verdict, "rejected"),
      ),
    )
    .orderBy(asc(importFindings.line));
}

export async function rememberedMapping(tx: Tx, resellerId: string, kind: ImportRow["kind"], sourceKey: string) {
  const [row] = await tx
    .select({ mapping: importMappings.mapping, fileName: importMappings.fileName, usedAt: importMappings.usedAt })
    .from(importMappings)
    .where(
      and(
        eq(importMappings.resellerId, resellerId),
        eq(importMappings.kind, kind),
        eq(importMappings.sourceKey, sourceKey),
      ),
    );
  return row ?? null;
}

export async function rememberMapping(tx: Tx, row: typeof importMappings.$inferInsert): Promise<void> {
  const { mapping, fileName, usedAt } = row;
  await tx
    .insert(importMappings)
    .values(row)
    .onConflictDoUpdate({
      target: [importMappings.resellerId, importMappings.kind, importMappings.sourceKey],
      set: { mapping, fileName, usedAt },
    });
}
