import { openDatabase } from "@/db/open";
import { allResellers } from "@/db/queries/resellers";
import { withPlatform } from "@/db/tenant";
import { today } from "@/lib/clock";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { refreshDecisions } from "@/lib/use-cases/refresh-decisions";
import { refreshStock } from "@/lib/use-cases/refresh-stock";
import { command } from "./command";

/** Brings every reseller's rows to the day, then derives all of them anew: whatever the second step changes had been wrong. */
await command(async (onStop) => {
  const database = await openDatabase();
  onStop(database.close);
  let differing = 0;
  for (const { id: resellerId, name } of await withPlatform((tx) => allResellers(tx))) {
    const steps = [
      ["Entscheidungen (decisions)", refreshDecisions, rebuildDecisions],
      ["Bestand (stock)", refreshStock, rebuildStock],
    ] as const;
    for (const [what, refresh, rebuild] of steps) {
      const day = await refresh(resellerId, today());
      const { added, changed, removed } = await rebuild(resellerId, today());
      differing += added + changed + removed;
      console.log(
        `${name}, ${what}: ${day.added + day.changed + day.removed} vom Tag überholt, danach ${added} neu, ${changed} geändert, ${removed} entfernt. (overtaken by the day; then new, changed, removed)`,
      );
    }
  }
  console.log(
    differing === 0
      ? "Nichts war falsch. (Nothing was wrong.)"
      : `${differing} Zeilen waren falsch und sind berichtigt. (rows were wrong and have been corrected)`,
  );
});
