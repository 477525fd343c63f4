import { contractRows } from "@/db/queries/contracts";
import { lockQueue } from "@/db/queries/derived-decisions";
import {
  customersForStock,
  customersNotInStock,
  markInStock,
  type NameWord,
  type NewStockRow,
  positionsOfSystems,
  putStock,
  putWords,
  removeStock,
  removeWords,
  staleStockSystems,
  stockToDerive,
  storedStock,
  storedWords,
} from "@/db/queries/derived-stock";
import { purchaseRows } from "@/db/queries/licences";
import { systemRows } from "@/db/queries/systems";
import { type Tx, withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { wordsOf } from "@/lib/domain/stock";
import type { Viewer } from "@/lib/domain/viewer";
import { articleOf } from "@/lib/price-lists/index";
import type { Changes } from "./derive";
import { contractFacts } from "./load-facts";
import { isLockTimeout } from "./refresh";
import { stockRowsFrom } from "./stock-rows";

export type StockScope = { readonly customerIds: readonly string[] } | { readonly systemIds: readonly string[] };

/**
 * Derives the rows of Bestand of whole customers or whole systems anew and writes what differs, in the caller's transaction: for whoever
 * changes a customer's number, name or clerk, a system's name, or a licence, purchase, contract, position, term or notice.
 */
export async function deriveStock(tx: Tx, resellerId: string, scope: StockScope, today: Day): Promise<Changes> {
  const stored = await storedStock(tx, resellerId, scope);
  const { rows, customers, systems } = await stockNow(tx, resellerId, scope, today);
  const names = [
    ...customers.map(({ id, number, name }) => ({ id, bearer: "customer", words: wordsOf(number, name) })),
    ...systems.map(({ id, vendor, name }) => ({ id, bearer: vendor, words: wordsOf(name) })),
    ...rows.map(({ id, vendor, sku }) => ({
      id,
      bearer: "row",
      words: articleOf(vendor, sku) === undefined ? wordsOf(sku) : [],
    })),
  ];
  const named = new Set(names.map(({ id }) => id));
  const gone = [...new Set(stored.flatMap((row) => [row.systemId, row.id]))].filter((id) => !named.has(id));
  await writeWords(tx, resellerId, [...names, ...gone.map((id) => ({ id, bearer: "row", words: [] }))]);
  return writeRows(tx, resellerId, stored, rows);
}

/** The rows as they are right today, whatever is stored. */
export async function stockNow(tx: Tx, resellerId: string, scope: StockScope, today: Day) {
  const systems = await systemRows(tx, resellerId, scope);
  const systemIds = systems.map((system) => system.id);
  const contracts = await contractRows(tx, resellerId, scope);
  const customerIds =
    "customerIds" in scope ? scope.customerIds : [...new Set(systems.map((system) => system.customerId))];
  const customers = await customersForStock(tx, resellerId, customerIds);
  const rows = stockRowsFrom(
    {
      customers,
      systems,
      contracts,
      facts: await contractFacts(tx, resellerId, contracts, today),
      positions: await positionsOfSystems(tx, resellerId, systemIds),
      purchases: await purchaseRows(tx, resellerId, systemIds, true),
    },
    today,
  );
  return { rows, customers, systems };
}

async function writeRows(
  tx: Tx,
  resellerId: string,
  stored: readonly NewStockRow[],
  derived: readonly NewStockRow[],
): Promise<Changes> {
  const before = new Map(stored.map((row) => [row.id, row]));
  const added = derived.filter((row) => !before.has(row.id));
  const changed = derived.filter((row) => {
    const old = before.get(row.id);
    return old !== undefined && fingerprint(old) !== fingerprint(row);
  });
  const kept = new Set(derived.map((row) => row.id));
  const gone = stored.filter((row) => !kept.has(row.id)).map((row) => row.id);
  await putStock(tx, resellerId, [...added, ...changed]);
  await removeStock(tx, resellerId, gone);
  return { added: added.length, changed: changed.length, removed: gone.length };
}

function fingerprint(row: NewStockRow): string {
  return JSON.stringify(Object.entries(row).sort(([left], [right]) => (left < right ? -1 : 1)));
}

async function writeWords(
  tx: Tx,
  resellerId: string,
  names: readonly { readonly id: string; readonly bearer: string; readonly words: readonly string[] }[],
): Promise<void> {
  const key = ({ bearer, subjectId, word }: NameWord) => `${bearer} ${subjectId} ${word}`;
  const wanted = names.flatMap(({ id, bearer, words }) => words.map((word) => ({ bearer, subjectId: id, word })));
  const stored = await storedWords(
    tx,
    resellerId,
    names.map((name) => name.id),
  );
  const [known, right] = [new Set(stored.map(key)), new Set(wanted.map(key))];
  await removeWords(
    tx,
    resellerId,
    stored.filter((word) => !right.has(key(word))),
  );
  await putWords(
    tx,
    resellerId,
    wanted.filter((word) => !known.has(key(word))),
  );
}

/** Customers never derived, and rows overtaken by the day, that one step takes. */
const NEW_CUSTOMERS_AT_MOST = 100;
const STALE_ROWS_AT_MOST = 1_000;

/** One step of bringing Bestand to the day, in the caller's transaction: customers that are new first, then what is longest overdue. */
export async function bringStockOn(
  tx: Tx,
  resellerId: string,
  today: Day,
): Promise<Changes & { readonly more: boolean }> {
  await lockQueue(tx, resellerId, "alone");
  const customerIds = await customersNotInStock(tx, resellerId, NEW_CUSTOMERS_AT_MOST);
  const systemIds = customerIds.length > 0 ? [] : await staleStockSystems(tx, resellerId, today, STALE_ROWS_AT_MOST);
  const changes = await deriveStock(tx, resellerId, customerIds.length > 0 ? { customerIds } : { systemIds }, today);
  await markInStock(tx, resellerId, customerIds);
  const { isNew, isStale } = await stockToDerive(tx, resellerId, today);
  return { ...changes, more: isNew || isStale };
}

/**
 * Brings Bestand to the day, as far as one read may take; usually a glance at two indexes. While somebody else is at it, for longer than the
 * database waits for a lock, nothing is done.
 */
export async function bringStockToDay(viewer: Viewer, today: Day): Promise<{ readonly more: boolean }> {
  const resellerId = viewer.resellerId ?? "";
  const { isNew, isStale } = await withTenant(viewer, (tx) => stockToDerive(tx, resellerId, today));
  if (!isNew && !isStale) return { more: false };
  try {
    return await withTenant(viewer, (tx) => bringStockOn(tx, resellerId, today));
  } catch (error) {
    if (isLockTimeout(error)) return { more: true };
    throw error;
  }
}
