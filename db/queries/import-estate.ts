import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { notWithdrawn } from "../not-withdrawn";
import { contracts, customers, licences, notices, positions, purchases, systems, terms } from "../schema";
import type { Tx } from "../tenant";
import { insertMany, type RowUpdate, updateMany } from "../write-many";

/**
 * For the rest of the transaction: joins go through whole lists, not row by row. Of what has just been inserted the planner knows nothing, takes
 * it for a handful of rows, and would walk through all of them for each of them.
 */
export async function expectManyRows(tx: Tx): Promise<void> {
  await tx.execute(sql`set local enable_nestloop = off`);
}

/**
 * What is there of the customers with these numbers, one query for each noun however many they are; without what was withdrawn, with what is
 * archived.
 */
export async function estateOfNumbers(tx: Tx, resellerId: string, numbers: readonly string[]) {
  const list = JSON.stringify(numbers);
  const named = sql`(select value from json_array_elements_text(${list}::json))`;
  const theirs = await tx
    .select({
      id: customers.id,
      number: customers.number,
      name: customers.name,
      version: customers.version,
      archived: sql<boolean>`${customers.archivedAt} is not null`,
    })
    .from(customers)
    .where(
      and(eq(customers.resellerId, resellerId), isNull(customers.withdrawnAt), sql`${customers.number} in ${named}`),
    );
  const ids = JSON.stringify(theirs.map(({ id }) => id));
  const of = (column: SQL | typeof systems.customerId) =>
    sql`${column} in (select value::uuid from json_array_elements_text(${ids}::json))`;
  const systemList = await tx
    .select({
      id: systems.id,
      customerId: systems.customerId,
      vendor: systems.vendor,
      name: systems.name,
      installedUsers: systems.installedUsers,
      installedLightUsers: systems.installedLightUsers,
      release: systems.release,
      serverKeySealed: systems.serverKeySealed,
      serverKeyMask: systems.serverKeyMask,
      serverKeyDigest: systems.serverKeyDigest,
      version: systems.version,
      archived: sql<boolean>`${systems.archivedAt} is not null`,
    })
    .from(systems)
    .where(and(eq(systems.resellerId, resellerId), isNull(systems.withdrawnAt), of(systems.customerId)));
  const licenceList = await tx
    .select({
      id: licences.id,
      customerId: licences.customerId,
      systemId: licences.systemId,
      sku: licences.sku,
      licenceKeySealed: licences.licenceKeySealed,
      licenceKeyMask: licences.licenceKeyMask,
      licenceKeyDigest: licences.licenceKeyDigest,
      version: licences.version,
      archived: sql<boolean>`${licences.archivedAt} is not null`,
    })
    .from(licences)
    .where(and(eq(licences.resellerId, resellerId), isNull(licences.withdrawnAt), of(sql`${licences.customerId}`)));
  const purchaseList = await tx
    .select({
      id: purchases.id,
      licenceId: purchases.licenceId,
      purchasedOn: purchases.purchasedOn,
      quantity: purchases.quantity,
      tier: purchases.tier,
      users: purchases.users,
      listPriceCents: purchases.listPriceCents,
      paidCents: purchases.paidCents,
      edition: purchases.edition,
      orderReference: purchases.orderReference,
    })
    .from(purchases)
    .innerJoin(licences, and(eq(licences.resellerId, purchases.resellerId), eq(licences.id, purchases.licenceId)))
    .where(
      and(
        eq(purchases.resellerId, resellerId),
        isNull(licences.withdrawnAt),
        of(sql`${licences.customerId}`),
        notWithdrawn(resellerId, purchases.id),
      ),
    )
    .orderBy(asc(purchases.id));
  return {
    customers: theirs,
    systems: systemList,
    licences: licenceList,
    purchases: purchaseList,
    ...(await contractsOf(tx, resellerId, of(sql`${contracts.customerId}`))),
  };
}

async function contractsOf(tx: Tx, resellerId: string, ofThem: SQL) {
  const standing = and(eq(contracts.resellerId, resellerId), isNull(contracts.withdrawnAt), ofThem);
  const contractList = await tx
    .select({
      id: contracts.id,
      customerId: contracts.customerId,
      systemId: contracts.systemId,
      sku: contracts.sku,
      startsOn: contracts.startsOn,
      termMonths: contracts.termMonths,
      ownRule: contracts.ownRule,
      billingInterval: contracts.billingInterval,
      amountCents: contracts.amountCents,
      mainContractId: contracts.mainContractId,
      version: contracts.version,
      archived: sql<boolean>`${contracts.archivedAt} is not null`,
    })
    .from(contracts)
    .where(standing)
    .orderBy(asc(contracts.id));
  const positionList = await tx
    .select({
      id: positions.id,
      contractId: positions.contractId,
      sku: positions.sku,
      quantity: positions.quantity,
      profile: positions.profile,
      users: positions.users,
      monthlyCents: positions.monthlyCents,
      yearlyCents: positions.yearlyCents,
      toOn: positions.toOn,
    })
    .from(positions)
    .innerJoin(contracts, and(eq(contracts.resellerId, positions.resellerId), eq(contracts.id, positions.contractId)))
    .where(and(standing, sql`${positions.sku} = ${contracts.sku}`))
    .orderBy(asc(positions.fromOn), asc(positions.id));
  const termList = await tx
    .select({ contractId: terms.contractId, endsOn: terms.endsOn })
    .from(terms)
    .innerJoin(contracts, and(eq(contracts.resellerId, terms.resellerId), eq(contracts.id, terms.contractId)))
    .where(and(standing, notWithdrawn(resellerId, terms.id)));
  const noticeList = await tx
    .select({
      id: notices.id,
      contractId: notices.contractId,
      kind: notices.kind,
      noticeId: notices.noticeId,
      receivedOn: notices.receivedOn,
      channel: notices.channel,
      endsOn: notices.endsOn,
      note: notices.note,
      recordedBy: notices.recordedBy,
      recordedAt: notices.recordedAt,
    })
    .from(notices)
    .innerJoin(contracts, and(eq(contracts.resellerId, notices.resellerId), eq(contracts.id, notices.contractId)))
    .where(standing)
    .orderBy(asc(notices.recordedAt), asc(notices.id));
  return { contracts: contractList, positions: positionList, terms: termList, notices: noticeList };
}

export type StoredEstate = Awaited<ReturnType<typeof estateOfNumbers>>;

type Owned<T extends { readonly $inferInsert: unknown }> = readonly Omit<T["$inferInsert"], "resellerId">[];

/** Rows of a reseller's estate that come to be together. */
export interface EstateRows {
  readonly customers: Owned<typeof customers>;
  readonly systems: Owned<typeof systems>;
  readonly licences: Owned<typeof licences>;
  readonly purchases: Owned<typeof purchases>;
  readonly contracts: Owned<typeof contracts>;
  readonly positions: Owned<typeof positions>;
  readonly terms: Owned<typeof terms>;
  readonly notices: Owned<typeof notices>;
}

/** Inserts them, table by table in the order in which they refer to each other; main contracts stand before their parts. */
export async function insertEstate(tx: Tx, resellerId: string, rows: EstateRows): Promise<void> {
  const owned = <R extends object>(list: readonly R[]) => list.map((row) => ({ resellerId, ...row }));
  await insertMany(tx, customers, owned(rows.customers));
  await insertMany(tx, systems, owned(rows.systems));
  await insertMany(tx, licences, owned(rows.licences));
  await insertMany(tx, purchases, owned(rows.purchases));
  await insertMany(tx, contracts, owned(rows.contracts));
  await insertMany(tx, positions, owned(rows.positions));
  await insertMany(tx, terms, owned(rows.terms));
  await insertMany(tx, notices, owned(rows.notices));
}

/** Updates by table. False where a row has been changed by somebody else since it was read. */
export async function updateEstate(
  tx: Tx,
  resellerId: string,
  updates: Readonly<Record<"customers" | "systems" | "licences" | "contracts" | "positions", readonly RowUpdate[]>>,
): Promise<boolean> {
  const tables = { customers, systems, licences, contracts, positions } as const;
  for (const [name, table] of Object.entries(tables) as [keyof typeof tables, (typeof tables)[keyof typeof tables]][]) {
    const wanted = updates[name];
    if ((await updateMany(tx, table, resellerId, wanted)) !== wanted.length) return false;
  }
  return true;
}
