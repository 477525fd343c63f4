import { parseArgs } from "node:util";
import { openDatabase } from "@/db/open";
import { allResellers } from "@/db/queries/resellers";
import { withPlatform } from "@/db/tenant";
import type { ChainFault, ChainHead } from "@/lib/domain/audit";
import { checkAuditTrail } from "@/lib/use-cases/check-audit-trail";
import { CommandRefusal, command } from "./command";

/**
 * `npm run audit:check [-- --head <reseller>:<number>:<hash> ...]`: reckons every reseller's audit trail anew and ends with code 1 where it does
 * not hold. It prints each trail's head; written down elsewhere and given back with `--head`, it also finds a trail that was rewritten whole.
 */
await command(async (onStop) => {
  const { values } = parseArgs({ options: { head: { type: "string", multiple: true, default: [] } } });
  const known = new Map(values.head.map(readHead));
  const database = await openDatabase();
  onStop(database.close);
  const resellers = await withPlatform((tx) => allResellers(tx));
  for (const id of known.keys()) {
    if (!resellers.some((reseller) => reseller.id === id))
      throw new CommandRefusal(`${id} ist kein Fachhändler dieser Datenbank. (No reseller of this database.)`);
  }
  let faulty = 0;
  for (const { id, name } of resellers) {
    const { entries, head, faults } = await checkAuditTrail(id, known.get(id) ?? null);
    if (faults.length > 0) faulty += 1;
    const verdict = faults.length === 0 ? "unversehrt (intact)" : `${faults.length} Fehler (faults)`;
    console.log(`${name}: ${entries} Einträge (entries), ${verdict}`);
    for (const fault of faults) console.log(`  ${wordsOf(fault)}`);
    if (head !== null) console.log(`  --head ${id}:${head.number}:${head.hash}`);
  }
  if (faulty > 0) process.exitCode = 1;
});

function readHead(text: string): [string, ChainHead] {
  const [id = "", number = "", hash = ""] = text.split(":");
  if (!/^[0-9a-f-]{36}$/.test(id) || !/^\d{1,15}$/.test(number) || !/^[0-9a-f]{64}$/.test(hash)) {
    throw new CommandRefusal(
      "--head braucht Fachhändler, Nummer und Prüfsumme, wie dieser Befehl sie druckt. (--head takes reseller, number and hash as this command prints them.)",
    );
  }
  return [id, { number: Number(number), hash }];
}

function wordsOf(fault: ChainFault): string {
  switch (fault.kind) {
    case "edited":
      return `Eintrag ${fault.number} wurde verändert. (changed)`;
    case "unlinked":
      return `Eintrag ${fault.number} folgt nicht aus dem vor ihm: eingefügt oder umgestellt. (inserted or reordered)`;
    case "missing":
      return `Einträge ${fault.number} bis ${fault.until} fehlen. (missing)`;
    case "cut":
      return `Einträge ${fault.number} bis ${fault.until} fehlen am Ende. (missing at the end)`;
    case "beyond-head":
      return `Ab Eintrag ${fault.number} wurde an der Kette vorbei angehängt. (appended past the chain)`;
    case "head-differs":
      return `Eintrag ${fault.number} ist nicht der, der festgehalten wurde. (not the one that was noted)`;
  }
}
