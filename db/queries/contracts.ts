import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { anyOf } from "../any-of";
import { notWithdrawn } from "../not-withdrawn";
import { contractRules, contracts, customers, type OwnRule, positions, systems, terms } from "../schema";
import type { Tx } from "../tenant";

/** Which contracts: by their own ids, by their customers', or by their systems'. */
export interface ContractScope {
  readonly contractIds?: readonly string[];
  readonly customerIds?: readonly string[];
  readonly systemIds?: readonly string[];
}

function within(scope: ContractScope): SQL | undefined {
  if (scope.contractIds !== undefined) return anyOf(contracts.id, scope.contractIds);
  if (scope.customerIds !== undefined) return anyOf(contracts.customerId, scope.customerIds);
  if (scope.systemIds !== undefined) return anyOf(contracts.systemId, scope.systemIds);
  throw new Error("no scope: all contracts of a reseller are never read at once");
}

/** Contracts that are not archived, with their customer's clerk and their system's name, in a stable order. */
export async function contractRows(tx: Tx, resellerId: string, scope: ContractScope) {
  return tx
    .select({
      id: contracts.id,
      customerId: contracts.customerId,
      clerkId: customers.clerkId,
      systemId: contracts.systemId,
      systemName: systems.name,
      vendor: contracts.vendor,
      sku: contracts.sku,
      policyId: contracts.policyId,
      termMonths: contracts.termMonths,
      ownRule: contracts.ownRule,
      land: contracts.land,
      startsOn: contracts.startsOn,
      billingParty: contracts.billingParty,
      billingInterval: contracts.billingInterval,
      amountCents: contracts.amountCents,
      mainContractId: contracts.mainContractId,
      version: contracts.version,
    })
    .from(contracts)
    .innerJoin(customers, and(eq(customers.resellerId, contracts.resellerId), eq(customers.id, contracts.customerId)))
    .innerJoin(systems, and(eq(systems.resellerId, contracts.resellerId), eq(systems.id, contracts.systemId)))
    .where(
      and(
        eq(contracts.resellerId, resellerId),
        within(scope),
        isNull(contracts.archivedAt),
        isNull(customers.archivedAt),
      ),
    )
    .orderBy(asc(contracts.startsOn), asc(contracts.id));
}

export type ContractRow = Awaited<ReturnType<typeof contractRows>>[number];

/** Ids of the contracts that name one of these as their main contract. */
export async function partIdsOf(tx: Tx, resellerId: string, mainContractIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(
        eq(contracts.resellerId, resellerId),
        anyOf(contracts.mainContractId, mainContractIds),
        isNull(contracts.archivedAt),
      ),
    )
    .orderBy(asc(contracts.startsOn), asc(contracts.id));
  return rows.map((row) => row.id);
}

/** A vendor's contracts that follow one of these policies. */
export async function contractIdsOfPolicies(
  tx: Tx,
  resellerId: string,
  vendor: string,
  policyIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(
        eq(contracts.resellerId, resellerId),
        eq(contracts.vendor, vendor),
        inArray(contracts.policyId, [...policyIds]),
        isNull(contracts.archivedAt),
      ),
    )
    .orderBy(asc(contracts.id));
  return rows.map((row) => row.id);
}

/** The terms that were agreed for contracts of these systems that follow one of these policies, by system. */
export async function agreedEnds(
  tx: Tx,
  resellerId: string,
  systemIds: readonly string[],
  policyIds: readonly string[],
) {
  if (systemIds.length === 0 || policyIds.length === 0) return [];
  return tx
    .select({
      contractId: contracts.id,
      systemId: contracts.systemId,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      months: terms.months,
    })
    .from(contracts)
    .innerJoin(terms, and(eq(terms.resellerId, contracts.resellerId), eq(terms.contractId, contracts.id)))
    .where(
      and(
        eq(contracts.resellerId, resellerId),
        anyOf(contracts.systemId, systemIds),
        inArray(contracts.policyId, [...policyIds]),
        isNull(contracts.archivedAt),
        notWithdrawn(resellerId, terms.id),
      ),
    )
    .orderBy(asc(terms.startsOn), asc(terms.id));
}

/** Positions of these systems' contracts that name the users they were chosen for. */
export async function positionsWithUsers(tx: Tx, resellerId: string, systemIds: readonly string[]) {
  if (systemIds.length === 0) return [];
  return tx
    .select({
      contractId: contracts.id,
      systemId: contracts.systemId,
      sku: positions.sku,
      quantity: positions.quantity,
      users: positions.users,
      fromOn: positions.fromOn,
      toOn: positions.toOn,
    })
    .from(contracts)
    .innerJoin(positions, and(eq(positions.resellerId, contracts.resellerId), eq(positions.contractId, contracts.id)))
    .where(
      and(
        eq(contracts.resellerId, resellerId),
        anyOf(contracts.systemId, systemIds),
        isNull(contracts.archivedAt),
        sql`${positions.users} is not null`,
      ),
    )
    .orderBy(asc(positions.fromOn), asc(positions.id));
}

export type AgreedEnd = Awaited<ReturnType<typeof agreedEnds>>[number];
export type PositionWithUsers = Awaited<ReturnType<typeof positionsWithUsers>>[number];

export async function positionsOf(tx: Tx, resellerId: string, contractId: string) {
  return tx
    .select({
      id: positions.id,
      sku: positions.sku,
      quantity: positions.quantity,
      profile: positions.profile,
      users: positions.users,
      fromOn: positions.fromOn,
      toOn: positions.toOn,
      monthlyCents: positions.monthlyCents,
      yearlyCents: positions.yearlyCents,
      oneOffCents: positions.oneOffCents,
      edition: positions.edition,
    })
    .from(positions)
    .where(and(eq(positions.resellerId, resellerId), eq(positions.contractId, contractId)))
    .orderBy(asc(positions.fromOn), asc(positions.id));
}

/** The terms agreed for a contract; what was paid for them is read only for staff. */
export async function agreedTerms(tx: Tx, resellerId: string, contractId: string, seesAmounts: boolean) {
  return tx
    .select({
      id: terms.id,
      kind: terms.kind,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      months: terms.months,
      amountCents: seesAmounts ? terms.amountCents : sql<number | null>`null`,
    })
    .from(terms)
    .where(and(eq(terms.resellerId, resellerId), eq(terms.contractId, contractId), notWithdrawn(resellerId, terms.id)))
    .orderBy(asc(terms.startsOn), asc(terms.id));
}

/** Own rules of a contract, newest first; who recorded them is read only for staff. */
export async function ruleHistory(tx: Tx, resellerId: string, contractId: string, seesPeople: boolean) {
  return tx
    .select({
      rule: contractRules.rule,
      land: contractRules.land,
      recordedBy: seesPeople ? contractRules.recordedBy : sql<string | null>`null`,
      recordedAt: contractRules.recordedAt,
    })
    .from(contractRules)
    .where(and(eq(contractRules.resellerId, resellerId), eq(contractRules.contractId, contractId)))
    .orderBy(desc(contractRules.recordedAt), desc(contractRules.id));
}

/** Adds the rule to the history and makes it the contract's own; false where the contract's version is another by now. */
export async function setOwnRule(
  tx: Tx,
  resellerId: string,
  contract: { readonly id: string; readonly customerId: string; readonly version: number },
  entry: { readonly id: string; readonly rule: OwnRule; readonly land: string | null; readonly recordedBy: string },
): Promise<boolean> {
  const changed = await tx
    .update(contracts)
    .set({ ownRule: entry.rule, land: entry.land, version: contract.version + 1 })
    .where(
      and(eq(contracts.resellerId, resellerId), eq(contracts.id, contract.id), eq(contracts.version, contract.version)),
    )
    .returning({ id: contracts.id });
  if (changed.length === 0) return false;
  await tx.insert(contractRules).values({
    resellerId,
    id: entry.id,
    customerId: contract.customerId,
    contractId: contract.id,
    rule: entry.rule,
    land: entry.land,
    recordedBy: entry.recordedBy,
  });
  return true;
}
