import { migrate } from "@/db/migrate";
import { openDatabase } from "@/db/open";
import { env } from "@/lib/env";
import { CommandRefusal, command } from "./command";

await command(async (onStop) => {
  if (env.databaseUrl !== undefined) {
    if (env.databaseOwnerUrl === undefined) {
      throw new CommandRefusal(
        "DATABASE_OWNER_URL fehlt: Tabellen ändert nur ihr Eigentümer. (DATABASE_OWNER_URL is missing: only the owner changes tables.)",
      );
    }
    await migrate(env.databaseOwnerUrl);
  } else {
    const database = await openDatabase();
    onStop(database.close);
  }
  console.log("Die Datenbank ist auf dem neuesten Stand. (The database is at its newest migration.)");
});
