import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { estateOfNumbers, expectManyRows, type StoredEstate } from "@/db/queries/import-estate";
import { listPriceRows } from "@/db/queries/price-rows";
import type { ImportProgress } from "@/db/schema-imports";
import type { Tx } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { ReadRow } from "@/lib/import-export/read-row";
import { vendors } from "@/lib/price-lists/index";
import { digestOf, maskOf, sealKey } from "@/lib/vault/seal";
import { noticeInForce } from "./facts";
import type { ExistingContract, ExistingEstate } from "./import-existing";
import { breathe } from "./import-job";
import { meaningsOf } from "./import-meanings";
import type { EstatePlan } from "./import-plan";
import { planEstate, type Sealing } from "./import-planner";
import { ownListPricesOnDays } from "./own-prices";

/** Rows from which on an import is about a good part of what its reseller has. */
export const MANY = 1_000;

/** Compares a file's rows with what is there, in the caller's transaction. `seals` false: for a look, keys are masked and compared only. */
export async function compareEstate(
  tx: Tx,
  resellerId: string,
  rows: readonly ReadRow[],
  today: Day,
  seals: boolean,
  report: (progress: ImportProgress) => void,
): Promise<EstatePlan> {
  if (rows.length > MANY) await expectManyRows(tx);
  const numbers = [...new Set(rows.flatMap(({ values }) => values.customer_number ?? []))];
  report({ phase: "comparing", done: 0, total: rows.length });
  const existing = existingOf(await estateOfNumbers(tx, resellerId, numbers));
  const ownRows = await listPriceRows(
    tx,
    resellerId,
    vendors.map(({ id }) => id),
  );
  const meant = await meaningsOf(rows, existing, today, ownListPricesOnDays(ownRows), async (done) => {
    report({ phase: "comparing", done, total: rows.length });
    await breathe();
  });
  return planEstate(meant, existing, sealingOf(resellerId, seals), uuidv7);
}

function existingOf(stored: StoredEstate): ExistingEstate {
  const positions = Map.groupBy(stored.positions, ({ contractId }) => contractId);
  const terms = Map.groupBy(stored.terms, ({ contractId }) => contractId);
  const notices = Map.groupBy(stored.notices, ({ contractId }) => contractId);
  return {
    customers: stored.customers,
    systems: stored.systems,
    licences: stored.licences,
    purchases: stored.purchases,
    contracts: stored.contracts.map((row): ExistingContract => {
      const booked = (positions.get(row.id) ?? []).filter(({ toOn }) => toOn === null).at(-1);
      const ends = (terms.get(row.id) ?? []).flatMap(({ endsOn }) => endsOn ?? []).sort();
      const notice = noticeInForce(notices.get(row.id) ?? []);
      return {
        ...row,
        position: booked ?? null,
        termEndsOn: ends.at(-1) ?? null,
        noticeReceivedOn: notice?.receivedOn ?? null,
      };
    }),
  };
}

function sealingOf(resellerId: string, seals: boolean): Sealing {
  const digest = (key: string) => digestOf(key, resellerId);
  return {
    digest,
    seal: (key, table, id) => {
      if (!seals) return { sealed: "", mask: maskOf(key), digest: digest(key) };
      return sealKey(key, { resellerId, table, id, column: table === "licences" ? "licence_key" : "server_key" });
    },
  };
}

/** Over everything that a plan does, but for the ids that it makes up: a commit must come to what the person saw. */
export function digestOfPlan({ verdicts, counts }: EstatePlan): string {
  const hash = createHash("sha256").update(JSON.stringify(counts));
  for (const { line, verdict, differences } of verdicts)
    hash.update(`${line} ${verdict} ${JSON.stringify(differences)}\n`);
  return hash.digest("hex");
}
