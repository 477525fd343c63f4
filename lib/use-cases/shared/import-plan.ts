import type { contracts, customers, licences, notices, positions, purchases, systems, terms } from "@/db/schema";
import type { RowProblem } from "@/lib/import-export/read-row";

/** How a row stands to what is there. */
export type Verdict = "new" | "changed" | "unchanged" | "rejected";

/** One value that a row changes. Days are ISO days, amounts cents; of keys only the mask. */
export interface Difference {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export interface RowVerdict {
  readonly line: number;
  readonly verdict: Verdict;
  readonly problems: readonly RowProblem[];
  readonly differences: readonly Difference[];
}

export interface ImportCounts {
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Rows with a warning; they count among the others too. */
  readonly warned: number;
  readonly customersNew: number;
  readonly systemsNew: number;
  readonly licencesNew: number;
  readonly contractsNew: number;
}

export type EffectSubject =
  | "customer"
  | "system"
  | "licence"
  | "purchase"
  | "contract"
  | "position"
  | "term"
  | "notice";

/** One row of the database that the import makes or changes: what an undo goes by. `before` null: it was made. */
export interface Effect {
  readonly subjectType: EffectSubject;
  readonly subjectId: string;
  readonly customerId: string;
  readonly before: Readonly<Record<string, string | number | null>> | null;
}

type New<T extends { readonly $inferInsert: unknown }> = Omit<
  T["$inferInsert"],
  "resellerId" | "createdAt" | "recordedAt"
>;

export interface Inserts {
  readonly customers: New<typeof customers>[];
  readonly systems: New<typeof systems>[];
  readonly licences: New<typeof licences>[];
  readonly purchases: New<typeof purchases>[];
  readonly contracts: New<typeof contracts>[];
  readonly positions: New<typeof positions>[];
  readonly terms: New<typeof terms>[];
  readonly notices: New<typeof notices>[];
}

/** Values to set on a row that is there, by the names of its columns in the schema; `version` is the one that was read. */
export interface Update {
  readonly id: string;
  readonly customerId: string;
  readonly version: number | null;
  readonly set: Readonly<Record<string, string | number | null>>;
}

export interface Updates {
  readonly customers: Update[];
  readonly systems: Update[];
  readonly licences: Update[];
  readonly contracts: Update[];
  readonly positions: Update[];
}

/** Everything that an import does to the database, and what each row comes to. Made from the file and from what is there, by no query. */
export interface EstatePlan {
  readonly verdicts: readonly RowVerdict[];
  readonly counts: ImportCounts;
  readonly inserts: Inserts;
  readonly updates: Updates;
  /** Purchases that a changed row replaces. */
  readonly withdrawnPurchases: readonly { readonly id: string; readonly customerId: string }[];
  readonly effects: readonly Effect[];
  /** Customers whose decisions and stock must be derived anew. */
  readonly customerIds: readonly string[];
}
