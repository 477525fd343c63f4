import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./tenant";

const ROWS_AT_ONCE = 5_000;

/** Inserts thousands of rows as one parameter each time: as a list of values they would be tens of thousands, and several times slower. */
export async function insertMany<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  if (rows.length === 0) return;
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => given.has(key));
  const names = listOf(columns.map(([, column]) => sql.identifier(column.name)));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const batch = rows.slice(at, at + ROWS_AT_ONCE).map((row) => {
      const values = row as Readonly<Record<string, unknown>>;
      return Object.fromEntries(columns.map(([key, column]) => [column.name, values[key] ?? null]));
    });
    await tx.execute(sql`insert into ${table} (${names}) select ${names} from ${recordsOf(table, batch)}`);
  }
}

/** Values to set on a row; `version`, where it is not null, must still be the row's, and goes on by one. */
export interface RowUpdate {
  readonly id: string;
  readonly version: number | null;
  readonly set: Readonly<Record<string, unknown>>;
}

/** Sets values on many rows of a reseller; the number of rows that were there in the version that was read. */
export async function updateMany<T extends PgTable>(
  tx: Tx,
  table: T,
  resellerId: string,
  updates: readonly RowUpdate[],
): Promise<number> {
  let changed = 0;
  const columns = getTableColumns(table);
  const bySet = Map.groupBy(updates, ({ set, version }) => [...Object.keys(set).sort(), version === null].join());
  for (const group of bySet.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const keys = Object.keys(first.set);
    const named = (key: string) => {
      const column = columns[key];
      if (column === undefined) throw new Error(`${getTableName(table)} has no column for ${key}`);
      return sql.identifier(column.name);
    };
    const sets = keys.map((key) => sql`${named(key)} = given.${named(key)}`);
    const isVersioned = first.version !== null;
    if (isVersioned) sets.push(sql`version = target.version + 1`);
    for (let at = 0; at < group.length; at += ROWS_AT_ONCE) {
      const batch = group.slice(at, at + ROWS_AT_ONCE).map(({ id, version, set }) => ({
        id,
        ...(version === null ? {} : { version }),
        ...Object.fromEntries(keys.map((key) => [columns[key]?.name ?? key, set[key] ?? null])),
      }));
      const rows = await tx.execute(sql`
        update ${table} as target set ${listOf(sets)} from ${recordsOf(table, batch)} as given
        where target.reseller_id = ${resellerId}::uuid and target.id = given.id
          ${isVersioned ? sql`and target.version = given.version` : sql``}`);
      changed += (rows as unknown as { count: number }).count;
    }
  }
  return changed;
}

const listOf = (parts: (SQL | ReturnType<typeof sql.identifier>)[]) => sql.join(parts, sql`, `);

function recordsOf(table: PgTable, rows: readonly Readonly<Record<string, unknown>>[]): SQL {
  const type = sql`${sql.identifier("app")}.${sql.identifier(getTableName(table))}`;
  return sql`json_populate_recordset(null::${type}, ${JSON.stringify(rows)}::json)`;
}
