import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { app, resellers } from "./schema";

/**
 * What is kept of files that are read in: the file itself until it is done with, what each of its rows came to, what it made and changed (so
 * that it can be undone), and how the columns of such a file were understood the last time.
 */
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const importKinds = ["estate", "prices"] as const;
export const importStates = [
  "uploaded",
  "checking",
  "checked",
  "committing",
  "committed",
  "undoing",
  "undone",
  "discarded",
] as const;
export type ImportState = (typeof importStates)[number];

/** How far a job is: rows read, customers derived. `total` null: not known yet. */
export interface ImportProgress {
  readonly phase: "reading" | "comparing" | "writing" | "deriving";
  readonly done: number;
  readonly total: number | null;
}

export const imports = app.table(
  "imports",
  {
    resellerId: uuid("reseller_id").notNull(),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: importKinds }).notNull(),
    fileName: text("file_name").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    /** Of the file, hexadecimal. */
    sha256: text("sha256").notNull(),
    /** What was recognised: encoding and separator, or the workbook. */
    format: jsonb("format").$type<Readonly<Record<string, string>>>().notNull(),
    headerLine: integer("header_line").notNull(),
    header: jsonb("header").$type<readonly string[]>().notNull(),
    /** What each column means; null: it is not read. */
    mapping: jsonb("mapping").$type<readonly (string | null)[]>().notNull(),
    /** The same for files with the same columns: whose mapping is remembered. */
    sourceKey: text("source_key").notNull(),
    /** For prices: their kind and first day, where the file does not say. */
    options: jsonb("options").$type<Readonly<Record<string, string>>>().notNull().default({}),
    state: text("state", { enum: importStates }).notNull(),
    /** Why the last job came to nothing. */
    refusal: jsonb("refusal").$type<{
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    }>(),
    progress: jsonb("progress").$type<ImportProgress>(),
    counts: jsonb("counts").$type<Readonly<Record<string, number>>>(),
    /** Over what the check found: a commit that would do anything else is refused. */
    planDigest: text("plan_digest"),
    /** Committed without the rows that were rejected. */
    partial: boolean("partial").notNull().default(false),
    /** The job at work, and when it was last heard of: one that fell silent was broken off, and left nothing behind. */
    jobId: uuid("job_id"),
    jobBeatAt: instant("job_beat_at"),
    createdBy: uuid("created_by"),
    createdByName: text("created_by_name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    checkedAt: instant("checked_at"),
    committedByName: text("committed_by_name"),
    committedAt: instant("committed_at"),
    undoneByName: text("undone_by_name"),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    index("imports_list_idx").on(t.resellerId, t.kind, t.createdAt.desc(), t.id),
    foreignKey({ columns: [t.resellerId], foreignColumns: [resellers.resellerId] }),
  ],
);

const ofImport = {
  resellerId: uuid("reseller_id").notNull(),
  importId: uuid("import_id").notNull(),
};

/** The file in pieces, sealed: licence keys stand in it in clear. Taken away when the import is done with. */
export const importChunks = app.table(
  "import_chunks",
  { ...ofImport, place: integer("place").notNull(), sealed: text("sealed").notNull() },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.importId, t.place] }),
    foreignKey({ columns: [t.resellerId, t.importId], foreignColumns: [imports.resellerId, imports.id] }),
  ],
);

/** What the check found about a row, where there is something to say: rejected, changed, or with a warning. */
export const importFindings = app.table(
  "import_findings",
  {
    ...ofImport,
    line: integer("line").notNull(),
    verdict: text("verdict", { enum: ["new", "changed", "unchanged", "rejected"] }).notNull(),
    /** So that people find the row: customer number and article as written. */
    about: jsonb("about").$type<Readonly<Record<string, string>>>().notNull(),
    problems: jsonb("problems").$type<readonly StoredProblem[]>().notNull(),
    differences: jsonb("differences").$type<readonly StoredDifference[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.importId, t.line] }),
    index("import_findings_verdict_idx").on(t.resellerId, t.importId, t.verdict, t.line),
    foreignKey({ columns: [t.resellerId, t.importId], foreignColumns: [imports.resellerId, imports.id] }),
  ],
);

export interface StoredProblem {
  readonly field: string;
  readonly value: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly level: "error" | "warning";
}

export interface StoredDifference {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export const effectSubjects = [
  "customer",
  "system",
  "licence",
  "purchase",
  "contract",
  "position",
  "term",
  "notice",
  "price-row",
] as const;

/** Append-only by its grants. One row that an import made (`before` null), changed (the values before) or withdrew (`before` empty). */
export const importEffects = app.table(
  "import_effects",
  {
    ...ofImport,
    subjectType: text("subject_type", { enum: effectSubjects }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    customerId: uuid("customer_id"),
    before: jsonb("before").$type<Readonly<Record<string, string | number | null>>>(),
    /** The version that the import left; null where rows have none. */
    version: bigint("version", { mode: "number" }),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.importId, t.subjectId] }),
    index("import_effects_subject_idx").on(t.resellerId, t.subjectId),
    foreignKey({ columns: [t.resellerId, t.importId], foreignColumns: [imports.resellerId, imports.id] }),
  ],
);

/** How a source's columns were understood the last time that one of its files was read in. */
export const importMappings = app.table(
  "import_mappings",
  {
    resellerId: uuid("reseller_id").notNull(),
    kind: text("kind", { enum: importKinds }).notNull(),
    sourceKey: text("source_key").notNull(),
    mapping: jsonb("mapping").$type<readonly (string | null)[]>().notNull(),
    fileName: text("file_name").notNull(),
    usedAt: instant("used_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.kind, t.sourceKey] }),
    foreignKey({ columns: [t.resellerId], foreignColumns: [resellers.resellerId] }),
  ],
);
