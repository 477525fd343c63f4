import { newestMigration } from "@/db/migration-head";
import { appliedMigration } from "@/db/queries/migrations";
import { withAuth } from "@/db/tenant";

/** Whether the portal can serve: the database answers, and its tables are those that this version was built for. */
export async function checkReadiness(): Promise<{ database: boolean; migrations: boolean }> {
  try {
    return { database: true, migrations: (await withAuth(appliedMigration)) === newestMigration };
  } catch {
    return { database: false, migrations: false };
  }
}
