import journal from "./migrations/meta/_journal.json";

/** The migrations of this source tree in their order; `when` is what the database notes as `created_at`. */
export const migrations: readonly { readonly tag: string; readonly when: number }[] = journal.entries;

/** What a ready database has noted as its newest. */
export const newestMigration: number = Math.max(...migrations.map((migration) => migration.when));
