import { openDatabase } from "@/db/open";
import { allResellers } from "@/db/queries/resellers";
import { withPlatform } from "@/db/tenant";
import { today } from "@/lib/clock";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { refreshDecisions } from "@/lib/use-cases/refresh-decisions";
import { command } from "./command";

/** Brings every reseller's rows to the day, then derives all of them anew: whatever the second step changes had been wrong. */
await command(async (onStop) => {
  const database = await openDatabase();
  onStop(database.close);
  let differing = 0;
  for (const { id: resellerId, name } of await withPlatform((tx) => allResellers(tx))) {
    const day = await refreshDecisions(resellerId, today());
    const { added, changed, removed } = await rebuildDecisions(resellerId, today());
    differing += added + changed + removed;
    console.log(
      `${name}: ${day.added + day.changed + day.removed} vom Tag überholt, danach ${added} neu, ${changed} geändert, ${removed} entfernt. (overtaken by the day; then new, changed, removed)`,
    );
  }
  console.log(
    differing === 0
      ? "Nichts war falsch. (Nothing was wrong.)"
      : `${differing} Zeilen waren falsch und sind berichtigt. (rows were wrong and have been corrected)`,
  );
});
