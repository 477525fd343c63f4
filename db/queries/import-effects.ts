import { and, eq, isNull, sql } from "drizzle-orm";
import {
  contractRules,
  contracts,
  customers,
  decisionRecords,
  licences,
  notices,
  positions,
  purchases,
  systems,
} from "../schema";
import { importEffects, imports } from "../schema-imports";
import { documents, withdrawals } from "../schema-records";
import type { Tx } from "../tenant";
import { insertMany } from "../write-many";

type NewEffect = Omit<typeof importEffects.$inferInsert, "resellerId" | "importId">;

export async function insertEffects(
  tx: Tx,
  resellerId: string,
  importId: string,
  effects: readonly NewEffect[],
): Promise<void> {
  await insertMany(
    tx,
    importEffects,
    effects.map((effect) => ({ resellerId, importId, ...effect })),
  );
}

export async function effectsOf(tx: Tx, resellerId: string, importId: string) {
  return tx
    .select({
      subjectType: importEffects.subjectType,
      subjectId: importEffects.subjectId,
      customerId: importEffects.customerId,
      before: importEffects.before,
      version: importEffects.version,
    })
    .from(importEffects)
    .where(and(eq(importEffects.resellerId, resellerId), eq(importEffects.importId, importId)));
}

export type EffectRow = Awaited<ReturnType<typeof effectsOf>>[number];

/** What was built on an import since, by kind, each with how many: while there is anything, it cannot be undone. */
export async function builtOn(tx: Tx, resellerId: string, importId: string): Promise<Readonly<Record<string, number>>> {
  const r = sql`${resellerId}::uuid`;
  const effects = sql`(select subject_type, subject_id, version, before from ${importEffects}
    where reseller_id = ${r} and import_id = ${importId}::uuid)`;
  const made = (type: string) => sql`(select subject_id from e where subject_type = ${type} and before is null)`;
  const own = sql`(select subject_id from e)`;
  const changed = (table: typeof customers | typeof systems | typeof licences | typeof contracts, type: string) =>
    sql`(select count(*) from ${table} t join e on e.subject_id = t.id and e.subject_type = ${type}
      where t.reseller_id = ${r} and e.version is not null and t.version <> e.version)`;
  const [row] = await tx.execute<Record<string, number>>(sql`
    with e as materialized ${effects}
    select
      (select count(*) from ${notices} t where t.reseller_id = ${r} and t.contract_id in ${made("contract")} and t.id not in ${own}) as notices,
      (select count(*) from ${contractRules} t where t.reseller_id = ${r} and t.contract_id in (select subject_id from e where subject_type = 'contract')
        and t.recorded_at > (select committed_at from ${imports} where reseller_id = ${r} and id = ${importId}::uuid)) as rules,
      (select count(*) from ${decisionRecords} t where t.reseller_id = ${r}
        and t.subject_id in (select subject_id from e where before is null)) as decisions,
      (select count(*) from ${documents} t where t.reseller_id = ${r} and t.contract_id in ${made("contract")}) as documents,
      (select count(*) from ${purchases} t where t.reseller_id = ${r} and t.licence_id in ${made("licence")} and t.id not in ${own}
        and not exists (select from ${withdrawals} w where w.reseller_id = ${r} and w.subject_id = t.id)) as purchases,
      (select count(*) from ${contracts} t where t.reseller_id = ${r} and t.system_id in ${made("system")} and t.id not in ${own}
        and t.withdrawn_at is null) as contracts,
      (select count(*) from ${licences} t where t.reseller_id = ${r} and t.system_id in ${made("system")} and t.id not in ${own}
        and t.withdrawn_at is null) as licences,
      (select count(*) from ${systems} t where t.reseller_id = ${r} and t.customer_id in ${made("customer")} and t.id not in ${own}
        and t.withdrawn_at is null) as systems,
      ${changed(customers, "customer")} + ${changed(systems, "system")} + ${changed(licences, "licence")}
        + ${changed(contracts, "contract")} as changes,
      (select count(distinct o.import_id) from ${importEffects} o join e on e.subject_id = o.subject_id
        join ${imports} i on i.reseller_id = ${r} and i.id = o.import_id and i.state = 'committed'
        where o.reseller_id = ${r} and o.import_id <> ${importId}::uuid and i.committed_at >
          (select committed_at from ${imports} where reseller_id = ${r} and id = ${importId}::uuid)) as imports,
      (select count(*) from ${withdrawals} w join e on e.subject_id = w.subject_id
        where w.reseller_id = ${r} and e.before is null) as withdrawals`);
  return Object.fromEntries(
    Object.entries(row ?? {}).flatMap(([kind, count]) => (Number(count) > 0 ? [[kind, Number(count)]] : [])),
  );
}

/** Ends positions before they began: what an import booked into a contract that was there, and that is taken back. */
export async function endPositions(tx: Tx, resellerId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(positions)
    .set({ toOn: sql`${positions.fromOn} - 1` })
    .where(
      and(
        eq(positions.resellerId, resellerId),
        isNull(positions.toOn),
        sql`${positions.id} in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`,
      ),
    );
}

/** Marks rows as withdrawn by the undo of an import. */
export async function insertWithdrawals(tx: Tx, rows: readonly (typeof withdrawals.$inferInsert)[]): Promise<void> {
  await insertMany(tx, withdrawals, rows);
}

/** Purchases that an import withdrew, as they were: an undo adds them again. */
export async function purchasesByIds(tx: Tx, resellerId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(purchases)
    .where(
      and(
        eq(purchases.resellerId, resellerId),
        sql`${purchases.id} in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`,
      ),
    );
}
