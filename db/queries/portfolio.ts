import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/domain/dates";
import type { Viewer } from "@/lib/domain/viewer";
import { anyOf } from "../any-of";
import { notWithdrawn } from "../not-withdrawn";
import { contracts, customers, licences, notices, positions, purchases, systems, terms } from "../schema";
import { type Tx, visibleTo } from "../tenant";

/**
 * Everything that runs at a reseller's customers, read as a whole: each kind of row once, with the few columns that are reckoned with, and as
 * the driver gives it (a column's name is its property). `ids` null is all of the reseller's.
 */
type Ids = readonly string[] | null;

const among = (column: Parameters<typeof anyOf>[0], ids: Ids): SQL | undefined =>
  ids === null ? undefined : anyOf(column, ids);

/** Customers that a person may see, as a German would look them up. */
export async function customersInOrder(
  tx: Tx,
  viewer: Viewer,
  only: { readonly customerId?: string | undefined; readonly clerkId?: string | undefined },
): Promise<readonly { readonly id: string }[]> {
  const { customerId, clerkId } = only;
  const found = await tx.execute(sql`
    select ${customers.id} from ${customers} where ${and(
      eq(customers.resellerId, viewer.resellerId ?? ""),
      visibleTo(viewer, customers.id),
      isNull(customers.archivedAt),
      customerId === undefined ? undefined : eq(customers.id, customerId),
      clerkId === undefined ? undefined : eq(customers.clerkId, clerkId),
    )} order by ${customers.name} collate "de-x-icu", ${customers.id}`);
  return found as unknown as { id: string }[];
}

export interface BegunContract {
  readonly id: string;
  readonly customer_id: string;
  readonly system_id: string;
  readonly vendor: string;
  readonly sku: string;
  readonly term_months: number | null;
  readonly starts_on: Day;
  readonly main_contract_id: string | null;
}

/** Contracts of these vendors that have begun, in no order; also those that have ended since by a notice. */
export async function begunContracts(
  tx: Tx,
  resellerId: string,
  customerIds: Ids,
  vendors: readonly string[],
  today: Day,
): Promise<readonly BegunContract[]> {
  const found = await tx.execute(sql`
    select ${contracts.id}, ${contracts.customerId}, ${contracts.systemId}, ${contracts.vendor}, ${contracts.sku}, ${contracts.termMonths},
      ${contracts.startsOn}::text, ${contracts.mainContractId}
    from ${contracts} where ${and(
      eq(contracts.resellerId, resellerId),
      among(contracts.customerId, customerIds),
      isNull(contracts.archivedAt),
      sql`${contracts.startsOn} <= ${today}`,
      sql`${contracts.vendor} = any(array(select jsonb_array_elements_text(${JSON.stringify(vendors)}::jsonb)))`,
    )}`);
  return found as unknown as BegunContract[];
}

/** The ends of contracts that notices brought about which were not withdrawn. */
export async function noticedEnds(
  tx: Tx,
  resellerId: string,
  contractIds: Ids,
): Promise<readonly { readonly contract_id: string; readonly ends_on: Day }[]> {
  const found = await tx.execute(sql`
    select ${notices.contractId}, ${notices.endsOn}::text from ${notices} where ${and(
      eq(notices.resellerId, resellerId),
      among(notices.contractId, contractIds),
      eq(notices.kind, "notice"),
      isNotNull(notices.endsOn),
    )} and ${notices.id} not in (
      select ${notices.noticeId} from ${notices} where ${and(
        eq(notices.resellerId, resellerId),
        among(notices.contractId, contractIds),
        eq(notices.kind, "withdrawal"),
        isNotNull(notices.noticeId),
      )})`);
  return found as unknown as { contract_id: string; ends_on: Day }[];
}

/** Ids of systems that are archived. */
export async function archivedSystems(
  tx: Tx,
  resellerId: string,
  systemIds: Ids,
): Promise<readonly { readonly id: string }[]> {
  const found = await tx.execute(
    sql`select ${systems.id} from ${systems} where ${and(
      eq(systems.resellerId, resellerId),
      among(systems.id, systemIds),
      isNotNull(systems.archivedAt),
    )}`,
  );
  return found as unknown as { id: string }[];
}

export interface StandingPosition {
  readonly contract_id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly profile: string | null;
  readonly users: number | null;
  readonly from_on: Day;
  readonly to_on: Day | null;
}

/** What is booked in contracts, or will be, and has not ended; in no order. */
export async function standingPositions(
  tx: Tx,
  resellerId: string,
  contractIds: Ids,
  today: Day,
): Promise<readonly StandingPosition[]> {
  const found = await tx.execute(sql`
    select ${positions.contractId}, ${positions.sku}, ${positions.quantity}, ${positions.profile}, ${positions.users},
      ${positions.fromOn}::text, ${positions.toOn}::text
    from ${positions} where ${and(
      eq(positions.resellerId, resellerId),
      among(positions.contractId, contractIds),
      sql`(${positions.toOn} is null or ${positions.toOn} >= ${today})`,
    )}`);
  return found as unknown as StandingPosition[];
}

export interface LastTerm {
  readonly system_id: string;
  readonly customer_id: string;
  readonly vendor: string;
  readonly release: number | null;
  readonly contract_id: string;
  readonly ends_on: Day;
  readonly months: number | null;
}

/** The last term agreed for each system with a contract of these policies, where it has not ended. */
export async function lastTerms(
  tx: Tx,
  resellerId: string,
  customerIds: Ids,
  policyIds: readonly string[],
  today: Day,
): Promise<readonly LastTerm[]> {
  const found = await tx.execute(sql`
    select * from (
      select distinct on (${contracts.systemId}) ${contracts.systemId}, ${contracts.customerId}, ${contracts.vendor}, ${systems.release},
        ${terms.contractId}, ${terms.endsOn}::text, ${terms.months}
      from ${contracts}
      join ${terms} on ${terms.resellerId} = ${contracts.resellerId} and ${terms.contractId} = ${contracts.id}
      join ${systems} on ${systems.resellerId} = ${contracts.resellerId} and ${systems.id} = ${contracts.systemId}
      where ${and(
        eq(contracts.resellerId, resellerId),
        among(contracts.customerId, customerIds),
        isNull(contracts.archivedAt),
        sql`${contracts.policyId} = any(array(select jsonb_array_elements_text(${JSON.stringify(policyIds)}::jsonb)))`,
        isNotNull(terms.endsOn),
        notWithdrawn(resellerId, terms.id),
      )}
      order by ${contracts.systemId}, ${terms.endsOn} desc, ${terms.startsOn} desc, ${terms.id} desc
    ) as last where ends_on >= ${today}`);
  return found as unknown as LastTerm[];
}

export interface BoughtArticle {
  readonly system_id: string;
  readonly sku: string;
  readonly quantity: number;
  /** The last day on which some of it was bought. */
  readonly newest_on: Day;
}

/** What was bought for these systems, each article once, by article. */
export async function boughtArticles(
  tx: Tx,
  resellerId: string,
  systemIds: readonly string[],
): Promise<readonly BoughtArticle[]> {
  if (systemIds.length === 0) return [];
  const found = await tx.execute(sql`
    select ${licences.systemId}, ${licences.sku}, sum(${purchases.quantity})::int as quantity, max(${purchases.purchasedOn})::text as newest_on
    from ${licences}
    join ${purchases} on ${purchases.resellerId} = ${licences.resellerId} and ${purchases.licenceId} = ${licences.id}
    where ${and(eq(licences.resellerId, resellerId), anyOf(licences.systemId, systemIds), isNull(licences.archivedAt), isNull(licences.withdrawnAt), notWithdrawn(resellerId, purchases.id))}
    group by ${licences.systemId}, ${licences.sku} order by ${licences.sku}`);
  return found as unknown as BoughtArticle[];
}
