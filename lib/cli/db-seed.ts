import { parseArgs } from "node:util";
import { openDatabase } from "@/db/open";
import { demoAccounts, seedOnce } from "@/db/seed";
import { seedSize } from "@/db/seed-size";
import { today } from "@/lib/clock";
import { env } from "@/lib/env";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { openVault } from "@/lib/vault/key-ring";
import { CommandRefusal, command } from "./command";
import { markAsDemo } from "./demo-data";
import { licenceKeySecretsIn } from "./secret";

const MOST = 1_000_000;

await command(async (onStop) => {
  const { values } = parseArgs({ options: { contracts: { type: "string" } } });
  const count = values.contracts === undefined ? null : Number(values.contracts);
  if (count !== null && !(Number.isInteger(count) && count >= 1 && count <= MOST)) {
    throw new CommandRefusal(
      "--contracts braucht eine ganze Zahl von 1 bis 1.000.000. (--contracts takes a whole number from 1 to 1,000,000.)",
    );
  }
  if (env.isProduction) {
    throw new CommandRefusal(
      "Beispieldaten haben Konten mit öffentlichem Passwort und gehören nicht in den Betrieb. (Story data has accounts with a public password and does not belong in production.)",
    );
  }
  const database = await openDatabase();
  onStop(database.close);
  if (env.databaseUrl === undefined) {
    markAsDemo(database.place);
    openVault(licenceKeySecretsIn(database.place, env.licenceKeySecrets));
  }
  const started = performance.now();
  if (count === null) {
    const seeded = await seedOnce(today());
    console.log(
      seeded === "seeded"
        ? "Beispieldaten angelegt. (Story data made.)"
        : "Die Beispieldaten sind schon da. (The story data is there already.)",
    );
    for (const { email, password } of demoAccounts) console.log(`  ${email}  ${password}`);
    return;
  }
  const { resellerId, account } = await seedSize(count, today());
  const { added } = await rebuildDecisions(resellerId, today());
  const stock = await rebuildStock(resellerId, today());
  await database.analyze();
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(
    `${account.of}: ${count} Verträge, ${added} Entscheidungen, ${stock.added} Zeilen im Bestand in ${seconds} s. (contracts, decisions, rows of stock)`,
  );
  console.log(`  ${account.email}  ${account.password}`);
});
