import { v7 as uuidv7 } from "uuid";
import { contractRows, partIdsOf } from "@/db/queries/contracts";
import { clerksOf } from "@/db/queries/customers";
import { recordRows } from "@/db/queries/decisions";
import {
  foldedRows,
  putDecisions,
  removeDecisions,
  rowsOfSubjects,
  type StoredDecision,
  subjectIdsOfCustomers,
} from "@/db/queries/derived-decisions";
import { systemRows } from "@/db/queries/systems";
import type { Tx } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { DerivedDecision } from "@/lib/domain/decisions";
import { decisionsOfContract } from "@/lib/domain/decisions-contract";
import { decisionsOfSystem, rollingLine } from "@/lib/domain/decisions-system";
import { lapsingPolicyIds, recordsBySubject } from "./facts";
import { contractFacts, systemFacts } from "./load-facts";
import { deriveStock } from "./stock";

/** How many rows came, changed or went. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export interface Subjects {
  readonly contractIds: readonly string[];
  readonly systemIds: readonly string[];
  /** Customers whose rolling line is to be made anew in any case; others' are where a folded row changed. */
  readonly customerIds: readonly string[];
}

/**
 * Derives the rows of these subjects anew and writes what differs, in the caller's transaction: rows keep their ids, those whose cause is
 * gone are removed. Subjects that are archived, or gone, lose their rows. The caller holds the queue's lock.
 */
export async function deriveSubjects(tx: Tx, resellerId: string, subjects: Subjects, today: Day): Promise<Changes> {
  const { contractIds, systemIds } = subjects;
  const contracts = contractIds.length === 0 ? [] : await contractRows(tx, resellerId, { contractIds });
  const systems = systemIds.length === 0 ? [] : await systemRows(tx, resellerId, { systemIds });
  const derived = [
    ...(await contractFacts(tx, resellerId, contracts, today)).flatMap((facts) => decisionsOfContract(facts, today)),
    ...(await systemFacts(tx, resellerId, systems, today)).flatMap((facts) => decisionsOfSystem(facts, today)),
  ];
  const rows = await write(tx, resellerId, [...contractIds, ...systemIds], derived);
  const customerIds = new Set([...subjects.customerIds, ...rows.refold]);
  return sumOf([rows.changes, await deriveRollingLines(tx, resellerId, [...customerIds], today)]);
}

/** Everything of these customers. */
export async function deriveCustomers(
  tx: Tx,
  resellerId: string,
  customerIds: readonly string[],
  today: Day,
): Promise<Changes> {
  const contracts = await contractRows(tx, resellerId, { customerIds });
  const systems = await systemRows(tx, resellerId, { customerIds });
  const derived = [
    ...(await contractFacts(tx, resellerId, contracts, today)).flatMap((facts) => decisionsOfContract(facts, today)),
    ...(await systemFacts(tx, resellerId, systems, today)).flatMap((facts) => decisionsOfSystem(facts, today)),
  ];
  const lines = new Set(customerIds);
  const known = [...contracts.map((row) => row.id), ...systems.map((row) => row.id)];
  const stored = (await subjectIdsOfCustomers(tx, resellerId, customerIds)).filter((id) => !lines.has(id));
  const { changes } = await write(tx, resellerId, [...new Set([...known, ...stored])], derived);
  return sumOf([changes, await deriveRollingLines(tx, resellerId, customerIds, today)]);
}

/** A contract, what ends with it, and its system: what a notice or a rule can change, in the queue and in Bestand. */
export async function deriveAround(
  tx: Tx,
  resellerId: string,
  contract: { readonly id: string; readonly systemId: string },
  today: Day,
): Promise<Changes> {
  const parts = await partIdsOf(tx, resellerId, [contract.id]);
  const contractIds = [contract.id, ...parts];
  const partSystems = parts.length === 0 ? [] : await contractRows(tx, resellerId, { contractIds: parts });
  const systemIds = [...new Set([contract.systemId, ...partSystems.map((part) => part.systemId)])];
  await deriveStock(tx, resellerId, { systemIds }, today);
  return deriveSubjects(tx, resellerId, { contractIds, systemIds, customerIds: [] }, today);
}

/** A system and the contracts that look at its figures: what a change of them can move, in the queue and in Bestand. */
export async function deriveSystem(tx: Tx, resellerId: string, systemId: string, today: Day): Promise<Changes> {
  const contracts = await contractRows(tx, resellerId, { systemIds: [systemId] });
  const contractIds = contracts.filter((row) => lapsingPolicyIds.includes(row.policyId)).map((row) => row.id);
  await deriveStock(tx, resellerId, { systemIds: [systemId] }, today);
  return deriveSubjects(tx, resellerId, { contractIds, systemIds: [systemId], customerIds: [] }, today);
}

async function deriveRollingLines(
  tx: Tx,
  resellerId: string,
  customerIds: readonly string[],
  today: Day,
): Promise<Changes> {
  if (customerIds.length === 0) return none;
  const customers = await clerksOf(tx, resellerId, customerIds);
  const members = Map.groupBy(await foldedRows(tx, resellerId, customerIds), (row) => row.customerId);
  const records = recordsBySubject(await recordRows(tx, resellerId, customerIds));
  const lines = customers.flatMap((customer) => {
    const own = members.get(customer.id) ?? [];
    const folded = own.map((row) => ({ monthlyCents: row.amountAtStakeCents, sinceOn: row.sortOn }));
    return rollingLine(customer, folded, records.get(customer.id) ?? new Map(), today) ?? [];
  });
  return (await write(tx, resellerId, customerIds, lines)).changes;
}

/** Writes the difference between what is stored for the subjects and what was derived. */
async function write(
  tx: Tx,
  resellerId: string,
  subjectIds: readonly string[],
  derived: readonly DerivedDecision[],
): Promise<{ changes: Changes; refold: ReadonlySet<string> }> {
  const stored = new Map((await rowsOfSubjects(tx, resellerId, subjectIds)).map((row) => [keyOf(row), row]));
  const refold = new Set<string>();
  const added: (DerivedDecision & { id: string })[] = [];
  const changed: (DerivedDecision & { id: string })[] = [];
  for (const row of derived) {
    const before = stored.get(keyOf(row));
    stored.delete(keyOf(row));
    if (before === undefined) added.push({ ...row, id: uuidv7() });
    else if (fingerprint(before) !== fingerprint(row)) changed.push({ ...row, id: before.id });
    else continue;
    if (row.folded || before?.folded) refold.add(row.customerId);
  }
  const gone = [...stored.values()];
  for (const row of gone) if (row.folded) refold.add(row.customerId);
  await putDecisions(tx, resellerId, [...added, ...changed]);
  await removeDecisions(
    tx,
    resellerId,
    gone.map((row) => row.id),
  );
  return { changes: { added: added.length, changed: changed.length, removed: gone.length }, refold };
}

const none: Changes = { added: 0, changed: 0, removed: 0 };

export function sumOf(all: readonly Changes[]): Changes {
  return all.reduce(
    (total, each) => ({
      added: total.added + each.added,
      changed: total.changed + each.changed,
      removed: total.removed + each.removed,
    }),
    none,
  );
}

const keyOf = (row: { readonly subjectId: string; readonly kind: string }) => `${row.subjectId} ${row.kind}`;

/** Everything that is derived; the database keeps an object's keys in an order of its own. */
function fingerprint(row: DerivedDecision | StoredDecision): string {
  const detail = Object.entries(row.detail).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([
    row.customerId,
    row.clerkId,
    row.subjectType,
    row.contractId,
    row.systemId,
    row.vendor,
    row.sku,
    row.dueOn,
    row.sendByOn,
    row.sortOn,
    row.amountAtStakeCents,
    detail,
    row.folded,
    row.state,
    row.basis,
    row.staleAfter,
  ]);
}
